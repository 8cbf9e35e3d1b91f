import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { ReportedFinding } from '../verdicts/report.ts';
import { exampleReport, exampleResult } from './example-report.ts';
import { HOSTILE, withEveryString } from './hostile-report.ts';
import { renderSarif } from './sarif.ts';

const ajv = new draft04.default({ strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly suppressions?: readonly { readonly justification: string }[];
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly webResponse: { readonly statusCode: number };
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: { readonly startLine: number };
            };
          },
        ];
      }[];
    },
  ];
}

const sarifOf = (report = exampleReport()): Sarif['runs'][0] =>
  (JSON.parse(renderSarif(report)) as Sarif).runs[0];

test('a log keeps to the published schema', () => {
  expect(validate(JSON.parse(renderSarif(exampleReport())))).toBe(true);
  expect(validate.errors).toBeNull();
  const mutilated = renderSarif(exampleReport()).replace('"level": "error"', '"level": "grave"');
  expect(validate(JSON.parse(mutilated))).toBe(false);
});

test('what a target sends cannot make it anything else', () => {
  const { startedAt, target } = exampleReport();
  const hostile = withEveryString(exampleReport(), HOSTILE);
  expect(validate(JSON.parse(renderSarif({ ...hostile, startedAt, target })))).toBe(true);
});

test('every requirement is a rule, and every finding a result of its rule', () => {
  const { results, tool } = sarifOf();
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(exampleReport().requirements.map(({ id }) => id));
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ['request.name.required', 'error'],
    ['request.name.repeated', 'note'],
    ['http.content-type', 'warning'],
  ]);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
});

test('a result says what was there, keeps its identity and shows the exchange', () => {
  const [failed] = sarifOf().results;
  expect(failed?.message.text).toMatch(/answered with 201[^]*expected: 400 to 499/);
  expect(failed?.partialFingerprints).toEqual({ 'cause/v1': 'request.name.required:status:2xx' });
  expect(failed?.webResponse.statusCode).toBe(201);
});

test('a known deviation is suppressed, with the reason', () => {
  const justified = sarifOf().results.map(({ suppressions }) => suppressions?.[0]?.justification);
  expect(justified).toEqual([undefined, 'real tenants accept a second action of the same name', undefined]);
});

test.each([
  ['answer.trigger.id.enum', '/supported_triggers/0/id', 'trigger-id', 7],
  ['answer.action.built_at', '/built_at', 'action', 86],
  ['request.supported_triggers.id.type', 'status', 'trigger', 10],
  ['request.name.required', 'status', 'create-action-request', 10],
  ['request.runtime.default', '/runtime', 'action', 52],
  ['request.text.emoji', 'status', 'create-action-request', 1],
  ['error.message', '/message', 'error', 18],
  ['lifecycle.deploy.status', 'status', 'action', 1],
  ['auth.none', 'status', 'create-action-request', 1],
  ['nobody.knows', 'status', 'create-action-request', 1],
])('a finding of %s at %s points into %s.json, line %i', (id, path, file, line) => {
  const finding: ReportedFinding = {
    cause: `${id}:${path}:x`,
    message: 'is wrong',
    path,
    expected: 'a',
    actual: 'b',
    exchange: 'x1',
    case: 'valid-1',
    phase: 'edges',
  };
  const broken = exampleResult(id, 'MUST', 'holds', { verdict: 'failed', findings: [finding] });
  const [result] = sarifOf(exampleReport({ requirements: [broken] })).results;
  const { artifactLocation, region } = result?.locations[0].physicalLocation ?? {};
  expect([artifactLocation?.uri, region?.startLine]).toEqual([`contracts/schemas/${file}.json`, line]);
});
