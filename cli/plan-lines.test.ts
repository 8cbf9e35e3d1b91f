import { describe, expect, it } from 'vitest';

import { planLines } from './plan-lines.ts';
import { select } from './select.ts';

const QUICK = { requirements: select([]), depth: 'quick', maxLive: 1 } as const;

/** The requests that the first line tells. */
const requestsIn = ([first = '']: readonly string[]): number =>
  Number(/cases, (\d+) requests/.exec(first)?.[1] ?? NaN);

describe('the plan in words', () => {
  it('is of the part that is sent', () => {
    const lines = planLines({ ...QUICK, shard: { index: 1, count: 4 } });
    expect(lines[0]).toMatch(/^quick, part 1 of 4: /);
    expect(requestsIn(lines)).toBeLessThan(requestsIn(planLines(QUICK)) / 2);
  });

  it('shares what is drawn at random among the parts', () => {
    const lines = planLines({ ...QUICK, explore: 100, shard: { index: 2, count: 4 } });
    expect(lines).toContain('and up to 25 requests more for what is drawn at random');
  });

  it('says what the limits keep it from', () => {
    expect(planLines({ ...QUICK, maxRequests: 2000, maxCreates: 1000 }).join('\n')).not.toContain('partial');
    const lines = planLines({ ...QUICK, explore: 100, maxRequests: 30, maxCreates: 5 });
    expect(lines).toContain(
      'stops early, as no more than 30 requests are allowed (--max-requests), and so is partial',
    );
    expect(lines).toContain(
      'stops early, as no more than 5 creates are allowed (--max-creates), and so is partial',
    );
    expect(lines.at(-1)).toMatch(/^takes about 10 s /);
    expect(lines.join('\n')).not.toContain('at random');
  });
});
