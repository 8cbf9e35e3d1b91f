import { describe, expect, test } from 'vitest';

import type { Fault } from '../contracts/case.ts';
import type { Json } from '../contracts/expectation.ts';
import { evidenceOf, findingsOf } from './example-exchange.ts';
import { judge } from './judge.ts';

const HELD = { outcome: 'held', observed: true };
const UNSEEN = { outcome: 'held', observed: false };

describe('a refusal that names its fault', () => {
  const fault = (at: Fault['at'], operator: Fault['operator'] = 'wrong-type'): Fault => ({
    at,
    operator,
    keyword: 'type',
  });
  const judged = (of: Fault, answered: Json) =>
    judge({ kind: 'names-fault' }, evidenceOf({ about: { fault: of }, status: 400, answered }));

  test.each<[string, Fault, string]>([
    ['a property of the body', fault('/code'), 'Expected type string on property code'],
    ['a nested property', fault('/secrets/0/value'), "'secrets.0.value' must be a string"],
    ['an item, by its list', fault('/dependencies/0'), 'dependencies[0] is no object'],
    ['in another case', fault('/runtime'), 'Runtime is not known'],
    ['with capitals', fault('/Name'), 'name is not known'],
    ['an unknown property, by its kind', fault('', 'unknown-property'), 'Additional properties not allowed'],
    ['an unknown property, in one word', fault('', 'unknown-property'), 'additionalProperties: false'],
    ['an unknown property of an item', fault('/modules/0', 'unknown-property'), 'Unexpected key'],
    [
      'an unknown property, by where it stands',
      fault('/modules/0', 'unknown-property'),
      'modules.0 is wrong',
    ],
  ])('names %s', (_, of, message) => {
    expect(judged(of, { message })).toEqual(HELD);
  });

  test.each<[string, Fault, string, string, string]>([
    ['nothing', fault('/code'), 'Payload validation error', 'code', 'a message that names code'],
    [
      'only the list, not the property in it',
      fault('/secrets/0/value'),
      'secrets are wrong',
      'value',
      'a message that names value',
    ],
    [
      'an unknown property in no way',
      fault('/modules/0', 'unknown-property'),
      'bad request',
      'modules',
      'a message that names modules or additional or unknown or unexpected or not allowed',
    ],
    [
      'no id, though its letters stand in another word',
      fault('/supported_triggers/0/id'),
      'Invalid request: validation failed',
      'id',
      'a message that names id',
    ],
  ])('names %s', (_, of, message, name, expected) => {
    expect(findingsOf(judged(of, { message }))).toEqual([
      {
        message: `the refusal does not name ${name}`,
        path: '/message',
        kind: 'unnamed',
        expected,
        actual: JSON.stringify(message),
      },
    ]);
  });

  test.each<[string, Fault, Json]>([
    ['a fault of the whole body', fault('', 'malformed-json'), { message: 'bad request' }],
    ['a refusal without a message', fault('/code'), { error: 'bad request' }],
    ['a message that is no text', fault('/code'), { message: ['code'] }],
    ['a refusal that is no object', fault('/code'), 'code'],
  ])('is not looked for in %s', (_, of, answered) => {
    expect(judged(of, answered)).toEqual(UNSEEN);
  });

  test('is not looked for where the request had no fault', () => {
    expect(judge({ kind: 'names-fault' }, evidenceOf({ answered: { message: 'x' } }))).toEqual(UNSEEN);
  });
});

describe('the status in the body of a refusal', () => {
  const judged = (answered: Json) => judge({ kind: 'repeats-status' }, evidenceOf({ status: 400, answered }));

  test('is that of the answer', () => {
    expect(judged({ statusCode: 400 })).toEqual(HELD);
  });

  test.each<[Json, string]>([
    [422, '422'],
    ['400', '"400"'],
    [null, 'null'],
  ])('is not %j', (statusCode, actual) => {
    expect(findingsOf(judged({ statusCode }))).toEqual([
      {
        message: '`statusCode` is not the HTTP status of the refusal',
        path: '/statusCode',
        kind: 'other',
        expected: '400',
        actual,
      },
    ]);
  });

  test('is not observed where there is none', () => {
    expect(judged({ message: 'x' })).toEqual(UNSEEN);
    expect(judge({ kind: 'repeats-status' }, evidenceOf({ status: 400, text: 'oops' }))).toEqual(UNSEEN);
  });
});
