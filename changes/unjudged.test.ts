import { describe, expect, it } from 'vitest';

import { unjudgedCause, type Baseline } from './baseline.ts';
import { compare } from './compare.ts';
import { nightOf, REQUIREMENT, THIRD } from './example-night.ts';
import type { Tonight } from './tonight.ts';

const REASON = 'no limited token was given';

const unjudged = (reason = REASON, verdict: 'not-exercised' | 'errored' = 'not-exercised'): Tonight => ({
  ...nightOf(),
  verdicts: new Map([
    [REQUIREMENT, { level: 'MUST' as const, verdict, observed: false, reason }],
    ['request.name.echo', { level: 'MUST' as const, verdict: 'passed' as const, observed: true }],
  ]),
});

const accepting = (expires: string): Baseline => ({
  schemaVersion: '1.0',
  target: 'example',
  deviations: [
    {
      requirement: REQUIREMENT,
      cause: unjudgedCause(REQUIREMENT),
      message: REASON,
      reason: 'there is no second client',
      owner: 'platform@example.com',
      accepted: '2026-11-01',
      expires,
    },
  ],
});

const nobody = { deviations: [] };

describe('a MUST that could not be judged', () => {
  it('keeps the night from being green where nobody answers for it', () => {
    expect(compare(unjudged(), nobody, undefined).verdict).toBe('not-judged');
  });

  it('does not where somebody does, and is told', () => {
    const { verdict, summary, baseline } = compare(unjudged(), nobody, accepting('2026-12-31'));
    expect(verdict).toBe('no-regression');
    expect(summary).toContain('1 MUST not judged, as accepted');
    expect(baseline).toEqual({ stale: [], expired: [] });
  });

  it('does again for another reason than the one that was accepted', () => {
    const { verdict, summary } = compare(
      unjudged('the limited token expired'),
      nobody,
      accepting('2026-12-31'),
    );
    expect(verdict).toBe('not-judged');
    expect(summary).toContain(`accepted for “${REASON}”, and now: the limited token expired`);
  });

  it('does again when the time of its acceptance is over', () => {
    const change = compare(unjudged(), nobody, accepting('2026-11-21'));
    expect(change.verdict).toBe('not-judged');
    expect(change.summary).toContain('platform@example.com');
    expect(change.baseline.expired).toHaveLength(1);
  });

  it('is not accepted where the suite itself failed', () => {
    expect(compare(unjudged(REASON, 'errored'), nobody, accepting('2026-12-31')).verdict).toBe('not-judged');
  });

  it.each(['passed', 'unobserved'] as const)('is stale in the baseline once it is judged: %s', (verdict) => {
    const { baseline } = compare(nightOf({ verdict, at: THIRD }), nobody, accepting('2026-12-31'));
    expect(baseline.stale).toHaveLength(1);
  });
});
