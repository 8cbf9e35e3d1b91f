import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { applyPatch, type Operation } from 'rfc6902';
import { describe, expect, test } from 'vitest';

import { exchangeOf, type Example } from '../checks/example-exchange.ts';
import answers from '../contracts/answers.json' with { type: 'json' };
import type { Json } from '../contracts/expectation.ts';
import { schemaFiles } from '../contracts/schema-files.ts';
import type { Drift, Undocumented } from './drift.ts';
import { DriftObserver } from './observer.ts';

function driftOf(...examples: readonly Example[]): Drift {
  const observer = new DriftObserver();
  for (const [index, example] of examples.entries()) {
    observer.observe({ ...exchangeOf(example), id: `x${index + 1}` });
  }
  return observer.settle();
}

/** The files of the contract with these patches applied, by their paths. */
function patched(parts: readonly Undocumented[]): ReadonlyMap<string, object> {
  const files = new Map<string, object>([
    ['contracts/answers.json', structuredClone(answers)],
    ...Object.entries(schemaFiles).map(([name, schema]): [string, object] => [
      `contracts/schemas/${name}.json`,
      structuredClone(schema),
    ]),
  ]);
  for (const { patch } of parts) {
    const errors = applyPatch(files.get(patch.file), patch.operations as readonly Operation[] as Operation[]);
    expect(errors.filter((error) => error !== null)).toEqual([]);
  }
  return files;
}

/** Whether a body is valid by the schemas of these files. */
function isValid(files: ReadonlyMap<string, object>, name: 'action' | 'error', body: unknown): boolean {
  const schemas = [...files].filter(([path]) => path.includes('/schemas/')).map(([, schema]) => schema);
  const ajv = new Ajv2020({ schemas, strict: false });
  formats.default(ajv);
  return ajv.validate(`urn:actions-conformance:${name}`, body);
}

const TRIGGER = { id: 'post-login', version: 'v3' };
const AT = '2026-01-01T00:00:00Z';

describe('a body that the contract does not allow is allowed by the patches that its drift suggests', () => {
  test.each<[string, Json, readonly string[]]>([
    [
      'a property',
      { current_version: { id: 'a', number: 1, status: 'PENDING' } },
      ['property:action#:current_version'],
    ],
    ['a property in a list', { secrets: [{ name: 'a', value: 'b' }] }, ['property:secret-answer#:value']],
    [
      'a property far inside',
      { supported_triggers: [{ ...TRIGGER, beta: true }] },
      ['property:trigger#:beta'],
    ],
    ['a property with an awkward name', { 'a/b~c': 1 }, ['property:action#:a/b~c']],
    ['a value of an enum', { status: 'queued' }, ['value:action#/properties/status:enum:"queued"']],
    ['a trigger', { supported_triggers: [{ id: 'mcp-tool' }] }, ['value:trigger-id#:enum:"mcp-tool"']],
    [
      'nothing where a status is',
      { status: null },
      ['value:action#/properties/status:type', 'value:action#/properties/status:enum:null'],
    ],
    ['another type', { code: 1 }, ['value:action#/properties/code:type']],
    ['a date that is none', { created_at: 'today' }, ['value:action#/properties/created_at:format']],
    [
      'too many and too few',
      {
        supported_triggers: [TRIGGER, TRIGGER, TRIGGER],
        deployed_version: { supported_triggers: [] },
      },
      [
        'value:action#/properties/supported_triggers:maxItems',
        'value:deployed-version#/properties/supported_triggers:minItems',
      ],
    ],
    [
      'a required property that is missing',
      {
        supported_triggers: [{ ...TRIGGER, compatible_triggers: [{ version: 'v2' }, { id: 'post-login' }] }],
      },
      ['value:compatible-trigger#:required'],
    ],
    ['no object at all', [1], ['value:action#:type']],
  ])('%s', (_, answered, ids) => {
    const { undocumented } = driftOf({ answered });
    expect(undocumented.map(({ id }) => id)).toEqual(ids);
    expect(isValid(patched([]), 'action', answered)).toBe(
      undocumented.every(({ patch }) => patch.file.endsWith('secret-answer.json')),
    );
    expect(isValid(patched(undocumented), 'action', answered)).toBe(true);
  });

  test('one that several answers show in several forms', () => {
    const forms: readonly Json[] = [{ beta: 1 }, { beta: 'x' }, { beta: null }, { beta: { a: [1] } }];
    const { undocumented } = driftOf(...forms.map((answered) => ({ answered })));
    expect(undocumented.map(({ exchange }) => exchange)).toEqual(['x1']);
    const files = patched(undocumented);
    expect(forms.map((form) => isValid(files, 'action', form))).toEqual(forms.map(() => true));
  });

  test('and that of a refusal', () => {
    const answered = { statusCode: 401, error: '', attributes: { error: 'x' } };
    const { undocumented } = driftOf({ status: 401, answered });
    expect(undocumented.map(({ id }) => id)).toEqual([
      'value:error#:required',
      'value:error#/properties/error:minLength',
      'property:error#:attributes',
    ]);
    expect(isValid(patched([]), 'error', answered)).toBe(false);
    expect(isValid(patched(undocumented), 'error', answered)).toBe(true);
  });
});

describe('what no schema describes', () => {
  test('a status is documented by its patch', () => {
    const { undocumented } = driftOf({ status: 200 }, { status: 409 }, { status: 409 });
    expect(undocumented.map(({ id, exchange }) => [id, exchange])).toEqual([
      ['status:create:200', 'x1'],
      ['status:create:409', 'x2'],
    ]);
    expect(patched(undocumented).get('contracts/answers.json')).toMatchObject({
      operations: { create: { statuses: { 200: {}, 201: { schema: 'action' }, 409: {} } } },
    });
  });

  test('a header is documented by its patch; what HTTP itself defines is none', () => {
    const headers = { 'content-type': 'application/json', date: 'now', 'x-new': 'a' };
    const { undocumented } = driftOf({ answered: {}, headers });
    expect(undocumented.map(({ id, path, observed }) => [id, path, observed])).toEqual([
      ['header:headers:x-new', 'header x-new', '"a"'],
    ]);
    const { headers: known } = patched(undocumented).get('contracts/answers.json') as typeof answers;
    expect(known.documented).toContain('x-new');
  });

  test('a path or method that the API does not have says nothing about it', () => {
    for (const wire of ['other-method', 'unknown-path'] as const) {
      expect(driftOf({ status: 404, about: { wire } }).undocumented).toEqual([]);
    }
  });
});

test('known deviations have their names, and a status is known for its own operation alone', () => {
  const { undocumented } = driftOf(
    { answered: { current_version: {} } },
    { status: 200, about: { operation: 'deploy' }, answered: {} },
    { status: 200, answered: {} },
    { answered: { beta: 1 } },
  );
  expect(undocumented.map(({ id, waiver }) => [id, waiver])).toEqual([
    ['property:action#:current_version', 'current-version-undocumented'],
    ['status:deploy:200', 'deploy-answers-200'],
    ['status:create:200', undefined],
    ['property:action#:beta', undefined],
  ]);
});

test('a list is held against what its items are', () => {
  const answered = { actions: [{ name: 'a' }, { beta: 1 }], total: 2 };
  const { undocumented, unseen } = driftOf({ status: 200, about: { operation: 'list' }, answered });
  expect(undocumented.map(({ id, path }) => [id, path])).toEqual([
    ['property:action#:beta', '/actions/1/beta'],
  ]);
  expect(unseen.map(({ id }) => id)).not.toContain('property:action#/properties/name');
});

test('what is documented and was not there is told, the outermost part alone', () => {
  const answered = { status: 'built', supported_triggers: [TRIGGER], created_at: AT };
  const ids = driftOf({ answered }).unseen.map(({ id }) => id);
  expect(ids).toEqual(
    expect.arrayContaining([
      'property:action#/properties/integration',
      'property:trigger#/properties/runtimes',
      'value:action#/properties/status/enum="pending"',
      'value:trigger-id#/enum="event-stream"',
      'status:create:429',
      'header:headers:x-ratelimit-limit',
    ]),
  );
  expect(ids).not.toContain('value:action#/properties/status/enum="built"');
  expect(ids.filter((id) => id.includes('integration#') || id.includes('status:read'))).toEqual([]);
});

test('a run that saw nothing has no drift', () => {
  expect(driftOf()).toEqual({ undocumented: [], unseen: [] });
  expect(driftOf({ trouble: { kind: 'timeout', message: 'late' } })).toEqual({
    undocumented: [],
    unseen: [],
  });
});

test('names that are data are not told without end', () => {
  const crowd = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`id-${index}`, index]));
  expect(driftOf({ answered: crowd }).undocumented).toHaveLength(20);
});
