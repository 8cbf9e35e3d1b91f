import { describe, expect, it } from 'vitest';

import type { RunEvent } from '../runner/events.ts';
import { canRedraw, plainProgress } from './progress.ts';

const requirement = {
  id: 'request.name.type',
  level: 'MUST',
  title: 'refuses',
  source: { in: 'page', part: 'Body' },
  exercisedBy: { kind: 'combination' },
  judgedBy: { kind: 'accepted' },
} as const;
const finding = {
  cause: 'request.name.type:status:2xx',
  message: 'accepted\u001b[2J',
  path: 'status',
  expected: '4xx',
  actual: '201',
  exchange: 'x1',
  case: 'c',
  phase: 'edges',
} as const;

const subject = { id: 'c', title: 'a drawn body', requests: [] } as const;

describe('progress', () => {
  it('redraws a line only on a terminal that is wide enough to hold it', () => {
    expect(canRedraw({ isTTY: true, columns: 80 })).toBe(true);
    expect(canRedraw({ isTTY: true, columns: 0 })).toBe(false);
    expect(canRedraw({ isTTY: false, columns: 80 })).toBe(false);
  });

  it('writes plain lines elsewhere: the plan, every fiftieth case, each finding that nobody waived once', () => {
    const lines: string[] = [];
    const progress = plainProgress((line) => lines.push(line));
    const events: readonly RunEvent[] = [
      { kind: 'planned', cases: 120, requests: 150 },
      ...Array.from({ length: 120 }, (_, index): RunEvent => ({
        kind: 'case',
        id: 'c',
        title: 't',
        done: index + 1,
        spent: index,
      })),
      { kind: 'case', id: 'c', title: 'drawn', done: 150, spent: 200 },
      {
        kind: 'counterexample',
        requirement,
        finding,
        case: subject,
        draw: { seed: 1, path: '7:0' },
        curl: 'curl',
      },
      { kind: 'finding', requirement, finding, case: subject },
      { kind: 'finding', requirement, finding: { ...finding, exchange: 'x2' }, case: subject },
      { kind: 'finding', requirement, finding: { ...finding, waiver: 'known' }, case: subject },
      { kind: 'stopped', reason: 'the run was interrupted' },
    ];
    for (const event of events) progress.show(event);
    progress.end();
    expect(lines).toEqual([
      '120 cases planned, about 150 requests',
      '50 of 120 cases, 49 requests',
      '100 of 120 cases, 99 requests',
      '150 cases, 200 requests',
      'smallest example of request.name.type:status:2xx: a drawn body',
      'MUST request.name.type: accepted␛[2J',
      'stopped early: the run was interrupted',
      '1 finding, seen 2 times in all',
    ]);
  });
});
