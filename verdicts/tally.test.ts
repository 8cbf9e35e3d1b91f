import { expect, test } from 'vitest';

import { broken, findingAt, HELD, ID, tallyOf, UNSEEN, waiverOf } from './example-account.ts';

test('a finding is reported with where it was seen', () => {
  const { record } = tallyOf();
  const reported = record(broken(findingAt('/a'), findingAt('/b')), { case: 'c7', exchange: 'x9' });
  expect(reported).toEqual(
    ['/a', '/b'].map((path) => {
      const { kind, ...said } = findingAt(path);
      const cause = `${ID}:${path}:${kind}`;
      return { news: 'first', finding: { cause, ...said, case: 'c7', exchange: 'x9', phase: 'edges' } };
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
  expect(reported?.finding.waiver).toBe(name);
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
    findings: new Map(),
    kept: new Map([
      ['c2', { times: 1, observed: 1 }],
      ['', { times: 1, observed: 0 }],
    ]),
    notes: new Set(['answered with 409']),
    reasons: new Set(['no answer', 'no token without scope']),
  });
});

test('of each kind the smallest finding is kept, and how many there were', () => {
  const { tally, record } = tallyOf();
  const sizes = [42, 90, 7];
  const news = sizes.flatMap((size) => record(broken(findingAt('/a')), { size }).map((each) => each.news));
  expect(news).toEqual(['first', 'none', 'smaller']);
  const [kept, ...others] = [...(tally.accounts.get(ID)?.findings.values() ?? [])];
  expect(kept).toMatchObject({ size: 7, times: 3, finding: { exchange: 'x3' } });
  expect(others).toEqual([]);
});

test('what is drawn at random is told apart by its cause alone, however its words differ', () => {
  const { tally, record } = tallyOf();
  for (const phase of ['edges', 'exploration'] as const) {
    for (const name of ['first', 'second']) {
      record(broken(findingAt('/a', { message: `${name} is wrong` })), { phase, case: `${phase} ${name}` });
    }
  }
  const account = tally.accounts.get(ID);
  expect(account?.findings.size).toBe(3);
  expect([...(account?.cases ?? [])]).toEqual(['edges first', 'edges second', 'exploration first']);
});

test('a thousand exchanges take no more room than one', () => {
  const { tally, record } = tallyOf();
  for (let index = 0; index < 1000; index += 1) {
    const where = { phase: 'exploration', case: `c${index}`, twin: `t${index}` } as const;
    record(HELD, where);
    record({ outcome: 'unjudged', reason: `answered with ${index}` }, where);
    record(broken(findingAt('/a', { actual: String(index) })), where);
  }
  const account = tally.accounts.get(ID);
  expect(account?.keptAtRandom).toEqual({ times: 1000, observed: 1000 });
  expect(account?.findings.size).toBe(1);
  expect(account?.kept.size).toBe(0);
  expect(account?.cases.size).toBe(1);
  expect(account?.reasons.size).toBeLessThan(50);
});

test('whether a case was accepted is known once it was noted, and not before', () => {
  const { tally } = tallyOf();
  tally.noteAcceptance('c1', true);
  tally.noteAcceptance('c2', false);
  expect(['c1', 'c2', 'c3'].map((id) => tally.wasAccepted(id))).toEqual([true, false, undefined]);
});

test('a requirement that is not part of the run is a mistake of the suite', () => {
  const { tally } = tallyOf();
  const where = { case: 'c1', exchange: 'x1', phase: 'edges' as const, size: 0 };
  const words = 'the requirement auth.other is not part of this run';
  expect(() => tally.record('auth.other', where, HELD)).toThrow(words);
  expect(() => tally.explain('auth.other', 'why')).toThrow(words);
  expect(() => tally.fail('auth.other', 'why')).toThrow(words);
});
