import { expect, test } from 'vitest';

import action from '../contracts/schemas/action.json' with { type: 'json' };
import { catalogue } from '../contracts/catalogue.ts';
import type { Expectation, Json } from '../contracts/expectation.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { evidenceOf, exchangeOf, findingsOf, type Example } from './example-exchange.ts';
import { judge } from './judge.ts';

const judgements = catalogue.map(({ id, judgedBy }: Requirement) => ({ id, judgedBy }));
const outcomesOf = (example: Example) =>
  judgements.map(
    ({ judgedBy }) => judge(judgedBy, evidenceOf(example, { earlier: [{ answered: {} }] })).outcome,
  );

test('no requirement is judged without an answer, and each says why', () => {
  const evidence = evidenceOf({ trouble: { kind: 'timeout', message: 'the target kept silent for 30 s' } });
  for (const { judgedBy } of judgements) {
    expect(judge(judgedBy, evidence)).toEqual({
      outcome: 'unanswered',
      why: 'the target kept silent for 30 s',
    });
  }
});

test('what was never sent, and what a recorder left out, is no missing answer', () => {
  const shut = evidenceOf({ trouble: { kind: 'not-sent', message: 'the budget is spent' } });
  expect(judge({ kind: 'rejected' }, shut)).toEqual({ outcome: 'unjudged', reason: 'the budget is spent' });
  const unrecorded = evidenceOf({ trouble: { kind: 'broken-off', message: 'no answer was recorded' } });
  const recorded = { file: 'a.har', entry: 1, missing: {} } as const;
  const exchange = { ...unrecorded.exchange, recorded };
  expect(judge({ kind: 'rejected' }, { ...unrecorded, exchange })).toEqual({
    outcome: 'unjudged',
    reason: 'no answer to judge: no answer was recorded',
  });
});

test('an answer that came with trouble is not judged either', () => {
  const exchange = {
    ...exchangeOf({ status: 429 }),
    trouble: { kind: 'rate-limited', message: 'always 429' },
  } as const;
  expect(judge({ kind: 'rejected' }, { ...evidenceOf({}), exchange })).toEqual({
    outcome: 'unanswered',
    why: 'always 429',
  });
});

test('what is only told is told in words, and demands nothing', () => {
  const judged = (example: Example) => judge({ kind: 'told' }, evidenceOf(example));
  expect(judged({ status: 409, text: '{"message":\n"taken"}' })).toEqual({
    outcome: 'told',
    note: 'answered with 409: {"message": "taken"}',
  });
  expect(judged({ status: 204 })).toEqual({ outcome: 'told', note: 'answered with 204: no body' });
});

test('values that cannot be made a text are judged like any other', () => {
  const value = JSON.parse('{"toString": 1, "valueOf": 1, "constructor": 1, "__proto__": 1}') as Json;
  const whole = Object.fromEntries(Object.keys(action.properties).map((name) => [name, value]));
  for (const answered of [
    value,
    whole,
    { actions: [whole], per_page: value },
    { ...whole, statusCode: value },
  ]) {
    for (const status of [200, 201, 400]) {
      const evidence = evidenceOf({ status, answered, sent: whole }, { earlier: [{ answered }] });
      for (const { id, judgedBy } of judgements) expect(() => judge(judgedBy, evidence), id).not.toThrow();
    }
  }
});

test('a property that is missing is told by its name', () => {
  const present: Expectation = { kind: 'present', property: 'id' };
  expect(findingsOf(judge(present, evidenceOf({ answered: { name: 'a' } })))).toEqual([
    {
      message: 'the answer has no `id`',
      path: '/id',
      kind: 'absent',
      expected: 'the property',
      actual: 'nothing',
    },
  ]);
  expect(judge(present, evidenceOf({ answered: [] }))).toEqual({
    outcome: 'unjudged',
    reason: 'the answer is no object, or no success',
  });
});

test('a property that every object inherits is not present by that', () => {
  const evidence = evidenceOf({ answered: {} });
  expect(judge({ kind: 'present', property: 'constructor' }, evidence).outcome).toBe('broken');
});

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

test.each<[string, Example]>([
  ['nothing', { text: '' }],
  ['no JSON', { text: '<html>' }],
  ['null', { answered: null }],
  ['a list', { answered: [null, [], {}] }],
  ['text', { answered: 'built' }],
  ['properties that every object inherits', { text: '{"__proto__":{"status":1},"constructor":null}' }],
  ['a status that every object inherits', { answered: { status: 'constructor' } }],
  ['lists of anything', { answered: { actions: [null, 1, {}], supported_triggers: [null], secrets: [[]] } }],
  ['objects nested too deep to walk', { text: nested(20_000) }],
])('no judge throws at a body of %s', (_, example) => {
  expect(() => outcomesOf(example)).not.toThrow();
});

test('the same evidence gives the same judgement', () => {
  const answered: Json = { id: 1, status: 'PENDING', secrets: [{ name: 2 }] };
  const evidence = evidenceOf({ sent: { name: 'a' }, answered });
  for (const { judgedBy } of judgements) expect(judge(judgedBy, evidence)).toEqual(judge(judgedBy, evidence));
});
