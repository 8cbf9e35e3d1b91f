import { describe, expect, test } from 'vitest';

import type { Json, SchemaName } from '../contracts/expectation.ts';
import { judgeConformity } from './conformity.ts';
import { evidenceOf, findingsOf, pathsOf } from './example-exchange.ts';
import type { Judgement } from './judgement.ts';

type Place = readonly [schema: SchemaName, at: string, keyword: string];

function judged(answered: Json, [schema, at, keyword]: Place, to: 'action' | 'error' = 'action'): Judgement {
  return judgeConformity(evidenceOf({ answered }), to, { schema, at, keywords: [keyword] });
}

const trigger = (more: { readonly [name: string]: Json }): Json => ({
  supported_triggers: [{ id: 'post-login', ...more }],
});

describe('a finding says what was wrong, where, and what was there instead', () => {
  test.each<[string, Json, Place, object]>([
    [
      'the type of a property inside another object',
      { deployed_version: { action: { name: 7 } } },
      ['version-action', '/properties/name', 'type'],
      {
        path: '/deployed_version/action/name',
        message: '/deployed_version/action/name is not a string',
        kind: 'type',
        expected: 'a string',
        actual: '7',
      },
    ],
    [
      'the type of the body',
      ['no object'],
      ['action', '', 'type'],
      {
        path: '',
        message: 'the body is not an object',
        kind: 'type',
        expected: 'an object',
        actual: '["no object"]',
      },
    ],
    [
      'the type of an item, to the property that lists it',
      trigger({ runtimes: ['node22', 18] }),
      ['trigger', '/properties/runtimes', 'type'],
      {
        path: '/supported_triggers/0/runtimes/1',
        message: '/supported_triggers/0/runtimes/1 is not a string',
        kind: 'type',
        expected: 'a string',
        actual: '18',
      },
    ],
    [
      'an enum',
      { status: 'PENDING' },
      ['action', '/properties/status', 'enum'],
      {
        path: '/status',
        message: '/status is none of the documented values',
        kind: 'enum',
        expected: 'one of ["pending","building","packaged","built","retrying","failed"]',
        actual: '"PENDING"',
      },
    ],
    [
      'a format',
      { secrets: [{ name: 'a' }, { updated_at: 'today' }] },
      ['secret-answer', '/properties/updated_at', 'format'],
      {
        path: '/secrets/1/updated_at',
        message: '/secrets/1/updated_at is not a valid date-time',
        kind: 'format',
        expected: 'a valid date-time',
        actual: '"today"',
      },
    ],
    [
      'an undocumented property, whose name needs escaping',
      { 'a/b~c': 1 },
      ['action', '', 'additionalProperties'],
      {
        path: '/a~1b~0c',
        message: '/a~1b~0c is documented nowhere',
        kind: 'additionalProperties',
        expected: 'no such property',
        actual: '1',
      },
    ],
    [
      'a missing property',
      { supported_triggers: [{}] },
      ['trigger', '', 'required'],
      {
        path: '/supported_triggers/0',
        message: '/supported_triggers/0 has no property `id`',
        kind: 'required',
        expected: 'the property `id`',
        actual: '{}',
      },
    ],
  ])('%s', (_, answered, place, finding) => {
    expect(findingsOf(judged(answered, place))).toEqual([finding]);
  });

  test('a long value is cut', () => {
    const place: Place = ['action', '', 'additionalProperties'];
    const [finding] = findingsOf(judged({ new: 'one two '.repeat(100) }, place));
    expect(finding?.actual).toMatch(/^"(one two ){30,}.*…$/);
    expect(finding?.actual.length).toBeLessThanOrEqual(401);
  });
});

test('a property that every object inherits is still found when it is undocumented', () => {
  const answered = evidenceOf({ text: '{"__proto__":1,"constructor":2}' });
  const place = { schema: 'action', at: '', keywords: ['additionalProperties'] } as const;
  expect(pathsOf(judgeConformity(answered, 'action', place))).toEqual(['/__proto__', '/constructor']);
});

test('several breaches of one requirement are several findings', () => {
  const answered = { secrets: [{ name: 1 }, { name: 'a' }, { name: null }] };
  expect(pathsOf(judged(answered, ['secret-answer', '/properties/name', 'type']))).toEqual([
    '/secrets/0/name',
    '/secrets/2/name',
  ]);
});

test('a neighbour whose name merely begins alike is not blamed', () => {
  const place: Place = ['integration', '/properties/description', 'type'];
  expect(judged({ integration: { short_description: 1, description: 'x' } }, place)).toEqual({
    outcome: 'held',
    observed: true,
  });
});

test.each<[Json, boolean]>([
  [{}, false],
  [{ secrets: [] }, false],
  [{ secrets: [{}] }, false],
  [{ secrets: [{ updated_at: '2026-01-01T00:00:00Z' }] }, true],
])('in %j a date of a secret is observed: %s', (answered, observed) => {
  const place: Place = ['secret-answer', '/properties/updated_at', 'format'];
  expect(judged(answered, place)).toEqual({ outcome: 'held', observed });
});

test('an answer that is no JSON cannot be judged', () => {
  const place = { schema: 'action', at: '', keywords: ['type'] } as const;
  const judgement = judgeConformity(evidenceOf({ text: '<html>' }), 'action', place);
  expect(judgement).toEqual({ outcome: 'unjudged', reason: 'the answer is not JSON' });
});

test('an answer held against one schema can be held against another', () => {
  const exchange = evidenceOf({ answered: { statusCode: 'four hundred', error: 'e', message: 'm' } });
  judgeConformity(exchange, 'action', { schema: 'action', at: '', keywords: ['type'] });
  const place = { schema: 'error', at: '/properties/statusCode', keywords: ['type'] } as const;
  expect(pathsOf(judgeConformity(exchange, 'error', place))).toEqual(['/statusCode']);
});
