import { expect, test } from 'vitest';

import { broken, findingAt, HELD, ID, tallyOf, UNSEEN, waiverOf } from './example-account.ts';

test('a finding is reported with where it was seen', () => {
  const { record } = tallyOf();
  const reported = record(broken(findingAt('/a'), findingAt('/b')), { case: 'c7', exchange: 'x9' });
  expect(reported).toEqual(
    ['/a', '/b'].map((path) => {
      const { kind, ...said } = findingAt(path);
      return { cause: `${ID}:${path}:${kind}`, ...said, case: 'c7', exchange: 'x9' };
    }),
  );
});

test.each([
  ['at its place', waiverOf('w'), findingAt('/known'), 'w'],
  ['at its place and with its value', waiverOf('w', '200'), findingAt('/known', { actual: '200' }), 'w'],
  ['not with another value', waiverOf('w', '200'), findingAt('/known', { actual: '"200"' }), undefined],
  ['not below its place', waiverOf('w'), findingAt('/known/status'), undefined],
  [
    'not of another requirement',
    { ...waiverOf('w'), requirement: 'auth.scope.required' } as const,
    findingAt('/known'),
    undefined,
  ],
])('a waiver covers a finding %s', (_, waiver, finding, name) => {
  const [reported] = tallyOf('MUST', [waiver]).record(broken(finding));
  expect(reported?.waiver).toBe(name);
});

test('what is kept, told or not judged gives no finding, and is remembered', () => {
  const { tally, record } = tallyOf();
  expect(record(HELD, { twin: 'c2' })).toEqual([]);
  expect(record(UNSEEN, { case: 'c2' })).toEqual([]);
  expect(record({ outcome: 'told', note: 'answered with 409' })).toEqual([]);
  expect(record({ outcome: 'unjudged', reason: 'no answer' })).toEqual([]);
  tally.explain(ID, 'no token without scope');

  expect(tally.accounts.get(ID)).toMatchObject({
    cases: new Set(['c1', 'c2']),
    findings: [],
    kept: [{ observed: true, twin: 'c2' }, { observed: false }],
    notes: new Set(['answered with 409']),
    reasons: new Set(['no answer', 'no token without scope']),
  });
});

test('a finding is kept with the size and the fault of its request', () => {
  const { tally, record } = tallyOf();
  const fault = { at: '/code', operator: 'wrong-type', keyword: 'type' } as const;
  record(broken(findingAt('/a')), { size: 42, fault });
  expect(tally.accounts.get(ID)?.findings).toMatchObject([{ size: 42, fault, finding: { path: '/a' } }]);
});

test('whether a case was accepted is known once it was noted, and not before', () => {
  const { tally } = tallyOf();
  tally.noteAcceptance('c1', true);
  tally.noteAcceptance('c2', false);
  expect(['c1', 'c2', 'c3'].map((id) => tally.wasAccepted(id))).toEqual([true, false, undefined]);
});

test('a requirement that is not part of the run is a mistake of the suite', () => {
  const { tally } = tallyOf();
  const where = { case: 'c1', exchange: 'x1', size: 0, judgement: HELD };
  const words = 'the requirement auth.other is not part of this run';
  expect(() => tally.record('auth.other', where)).toThrow(words);
  expect(() => tally.explain('auth.other', 'why')).toThrow(words);
  expect(() => tally.fail('auth.other', 'why')).toThrow(words);
});
