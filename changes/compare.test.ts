import { describe, expect, it } from 'vitest';

import type { Baseline } from './baseline.ts';
import { compare } from './compare.ts';
import {
  CAUSE,
  FIRST,
  knowing,
  KNOWING_NOTHING,
  nightOf,
  REQUIREMENT,
  SECOND,
  shownDeviation,
  THIRD,
} from './example-night.ts';
import type { Known } from './known.ts';
import type { Tonight } from './tonight.ts';

const broken = { deviations: [shownDeviation()], verdict: 'failed' } as const;

const baselineUntil = (expires: string): Baseline => ({
  schemaVersion: '1.0',
  target: 'example',
  deviations: [
    {
      requirement: REQUIREMENT,
      cause: CAUSE,
      message: 'it was accepted',
      reason: 'case 7',
      owner: 'platform',
      accepted: '2026-11-01',
      expires,
    },
  ],
});

/** The one deviation of a comparison, with what the night comes to. */
function outcome(tonight: Tonight, known: Known, baseline?: Baseline) {
  const { deviations, verdict, requirements } = compare(tonight, known, baseline);
  const [first] = deviations;
  expect(deviations.length).toBeLessThan(2);
  return { ...first, verdict, requirement: requirements[0]?.state };
}

describe('a deviation that is there tonight', () => {
  it('is new where no night knew it, and dates from tonight', () => {
    expect(outcome(nightOf(broken), KNOWING_NOTHING)).toMatchObject({
      state: 'new',
      requirement: 'new',
      firstSeen: THIRD,
      lastSeen: THIRD,
      regression: true,
      verdict: 'regression',
    });
  });

  it('is still failing where it was open, and keeps its first date', () => {
    expect(outcome(nightOf(broken), knowing())).toMatchObject({
      state: 'still-failing',
      firstSeen: FIRST,
      lastSeen: THIRD,
      regression: true,
    });
  });

  it('is new again where it was fixed, and says since when', () => {
    expect(outcome(nightOf(broken), knowing({ open: false, closedAt: SECOND }))).toMatchObject({
      state: 'new',
      firstSeen: FIRST,
      returnedAfter: SECOND,
    });
  });

  it('is told and no regression where no sending again shows it, and a gateway may have answered', () => {
    const doubtful = new Set([CAUSE]);
    const resentAs = (shown: number) => new Map([[CAUSE, { shown, of: 4 }]]);
    const hiccup = outcome(nightOf({ ...broken, doubtful, resent: resentAs(0) }), KNOWING_NOTHING);
    expect(hiccup).toMatchObject({ state: 'flaky', regression: false, verdict: 'no-regression' });
    expect(hiccup.message).toContain('what stands before the tenant may have answered');
    const again = outcome(nightOf({ ...broken, doubtful, resent: resentAs(1) }), KNOWING_NOTHING);
    expect(again).toMatchObject({ state: 'flaky', regression: true });
    expect(outcome(nightOf({ ...broken, doubtful }), KNOWING_NOTHING).regression).toBe(true);
  });

  it.each([
    [{ shown: 2, of: 4 }, 'flaky'],
    [{ shown: 0, of: 4 }, 'flaky'],
    [{ shown: 4, of: 4 }, 'new'],
  ])('sent again with %j is %s', (resent, state) => {
    const night = nightOf({ ...broken, resent: new Map([[CAUSE, resent]]) });
    expect(outcome(night, KNOWING_NOTHING)).toMatchObject({ state, resent, regression: true });
  });

  it('is another deviation where a waiver covers it', () => {
    const waived = shownDeviation({ waiver: 'known-one' });
    expect(outcome(nightOf({ deviations: [waived], verdict: 'waived' }), KNOWING_NOTHING)).toMatchObject({
      state: 'new',
      acceptance: 'waived',
      regression: false,
      verdict: 'no-regression',
    });
    const both = nightOf({ deviations: [waived, shownDeviation()], verdict: 'failed' });
    expect(compare(both, knowing(), undefined).deviations.map(({ state }) => state)).toEqual([
      'new',
      'still-failing',
    ]);
  });
});

describe('a deviation that is not there tonight', () => {
  it.each([
    ['fixed', 'its case was answered without it', {}, {}],
    ['fixed', 'no plan ever held its case, and the requirement was judged', {}, { cases: [] }],
    ['fixed', 'its case was answered without what it is about', { verdict: 'unobserved' }, {}],
    [
      'not-judged',
      'no plan ever held its case, and nothing could have shown it',
      { verdict: 'unobserved' },
      { cases: [] },
    ],
    ['not-judged', 'its case was not answered', { answered: new Set(['c2']) }, {}],
    [
      'not-judged',
      'only some of its cases were answered',
      { answered: new Set(['c1']) },
      { cases: ['c1', 'c2'] },
    ],
    ['not-judged', 'its requirement was not exercised', { verdict: 'not-exercised' }, {}],
    ['not-judged', 'the suite failed while judging', { verdict: 'errored' }, {}],
    [
      'not-judged',
      'its requirement was out of scope',
      { catalogue: new Set([REQUIREMENT, 'x.y']) },
      { requirement: 'x.y' },
    ],
    [
      'not-judged',
      'its case is in no plan of another depth',
      { planned: new Set(['c2']), scope: 'quick' },
      {},
    ],
    ['gone', 'its case is in no plan of the same depth', { planned: new Set(['c2']) }, {}],
    ['gone', 'its requirement has left the catalogue', {}, { requirement: 'x.gone' }],
  ] as const)('is %s where %s', (state, _, night, known) => {
    expect(outcome(nightOf(night), knowing(known))).toMatchObject({
      state,
      requirement: state,
      regression: false,
      firstSeen: FIRST,
      lastSeen: SECOND,
    });
  });

  it('is flaky where it was before, and a re-send shows it', () => {
    const resent = new Map([[CAUSE, { shown: 1, of: 4 }]]);
    expect(outcome(nightOf({ resent }), knowing({ flaky: true }))).toMatchObject({
      state: 'flaky',
      lastSeen: THIRD,
      regression: true,
    });
  });

  it('is not told again once it is fixed', () => {
    expect(compare(nightOf(), knowing({ open: false, closedAt: SECOND }), undefined).deviations).toEqual([]);
  });
});

describe('a regression', () => {
  const should = {
    deviations: [shownDeviation({ level: 'SHOULD' })],
    verdict: 'warned',
    level: 'SHOULD',
  } as const;
  const may = { deviations: [shownDeviation({ level: 'MAY' })], level: 'MAY' } as const;
  const first: Known = { deviations: [] };

  it.each([
    ['a MUST on the first night', nightOf(broken), first, undefined, true],
    ['a SHOULD on the first night', nightOf(should), first, undefined, false],
    ['a SHOULD that is new', nightOf(should), KNOWING_NOTHING, undefined, true],
    ['a SHOULD that was there', nightOf(should), knowing({ level: 'SHOULD' }), undefined, false],
    ['a SHOULD that expired', nightOf(should), knowing(), baselineUntil('2026-11-21'), true],
    ['a MAY', nightOf(may), KNOWING_NOTHING, undefined, false],
    [
      'an accepted MUST on its last day',
      nightOf(broken),
      KNOWING_NOTHING,
      baselineUntil('2026-11-22'),
      false,
    ],
    ['an accepted MUST a day later', nightOf(broken), knowing(), baselineUntil('2026-11-21'), true],
  ])('%s', (_, night, known, baseline, regression) => {
    expect(outcome(night, known, baseline)).toMatchObject({ regression });
  });

  it('outweighs what could not be judged, which outweighs nothing', () => {
    expect(compare(nightOf({ verdict: 'not-exercised' }), KNOWING_NOTHING, undefined).verdict).toBe(
      'not-judged',
    );
    const night = nightOf(broken);
    const verdicts = new Map([
      ...night.verdicts,
      ['x.y', { level: 'MUST', verdict: 'not-exercised', observed: false }] as const,
    ]);
    expect(compare({ ...night, verdicts }, KNOWING_NOTHING, undefined).verdict).toBe('regression');
  });
});

it.each(['passed', 'unobserved'] as const)(
  'a night on which everything is %s is no regression',
  (verdict) => {
    const nothing = { since: SECOND, deviations: [] };
    expect(compare(nightOf({ verdict }), nothing, undefined)).toMatchObject({
      verdict: 'no-regression',
      deviations: [],
    });
  },
);

describe('the baseline', () => {
  it('is told what expired and happens still', () => {
    const { baseline } = compare(nightOf(broken), knowing(), baselineUntil('2026-11-21'));
    expect(baseline).toMatchObject({ expired: [{ cause: CAUSE }], stale: [] });
  });

  it.each([
    ['what was fixed', nightOf(), knowing(), 1],
    ['what a judged requirement never showed', nightOf(), KNOWING_NOTHING, 1],
    ['not what no answer could have shown', nightOf({ verdict: 'unobserved' }), KNOWING_NOTHING, 0],
    ['not what could not be judged', nightOf({ verdict: 'not-exercised' }), KNOWING_NOTHING, 0],
    ['not what happens', nightOf(broken), knowing(), 0],
  ])('is told what is stale: %s', (_, night, known, count) => {
    expect(compare(night, known, baselineUntil('2027-01-01')).baseline.stale).toHaveLength(count);
  });
});
