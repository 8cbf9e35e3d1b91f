import { schema, validate } from 'ctrf';
import { expect, test } from 'vitest';
import { exampleReport } from './example-report.ts';
import { renderCtrf } from './ctrf.ts';
import { HOSTILE, withEveryString } from './hostile-report.ts';

interface Ctrf {
  readonly results: {
    readonly summary: Readonly<Record<string, number>>;
    readonly tests: readonly {
      readonly name: string;
      readonly status: string;
      readonly rawStatus: string;
      readonly message?: string;
      readonly trace?: string;
    }[];
  };
}

const parse = (text: string): Ctrf => JSON.parse(text) as Ctrf;
const { results } = parse(renderCtrf(exampleReport()));

test.each([
  ['an ordinary report', exampleReport()],
  ['a hostile report', withEveryString(exampleReport({ startedAt: '' }), HOSTILE)],
  ['an empty report', exampleReport({ requirements: [] })],
])('%s keeps to the published schema', (_, report) => {
  const dated = { ...report, startedAt: '2026-11-23T02:00:00.000Z' };
  expect(schema).toMatchObject({ properties: { results: {} } });
  expect(validate(parse(renderCtrf(dated)), { specVersion: '0.0.0' })).toEqual({ valid: true, errors: [] });
});

test('the schema does refuse what is no report', () => {
  const mutilated = renderCtrf(exampleReport()).replace('"status": "failed"', '"status": "so-so"');
  expect(validate(parse(mutilated)).valid).toBe(false);
});

test.each([
  ['auth.none', 'passed', 'passed'],
  ['request.name.required', 'failed', 'failed'],
  ['request.name.repeated', 'passed', 'waived'],
  ['http.content-type', 'other', 'warned'],
  ['answer.action.built_at', 'passed', 'unobserved'],
  ['lifecycle.deploy', 'skipped', 'not-exercised'],
  ['answer.times', 'failed', 'errored'],
])('%s becomes %s, and its verdict stays %s', (id, status, rawStatus) => {
  expect(results.tests.find(({ name }) => name.includes(` ${id}:`))).toMatchObject({ status, rawStatus });
});

test('the counts agree with the tests', () => {
  const { tests, passed, failed, skipped, pending, other } = results.summary;
  const count = (status: string) => results.tests.filter((each) => each.status === status).length;
  expect({ tests, passed, failed, skipped, pending, other }).toEqual({
    tests: results.tests.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    pending: 0,
    other: count('other'),
  });
});

test('a failure says what was there instead, and how to see it again', () => {
  const failure = results.tests.find(({ status }) => status === 'failed');
  expect(failure?.message).toContain('answered with 201');
  expect(failure?.trace).toMatch(/expected: 400 to 499[^]*repeat: .*curl/);
});
