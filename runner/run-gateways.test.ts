import { expect, it } from 'vitest';

import { virtualTime } from '../test/virtual-time.ts';
import { flakyGateway } from './example-gateway.ts';
import { idsWith, runAgainst } from './example-run.ts';

it.each([1, 2, 3, 4, 5])(
  'a gateway that answers two requests in a hundred is no reason to doubt an honest tenant (seed %i)',
  async (seed) => {
    const time = virtualTime();
    const wrap = flakyGateway(seed, 0.02);
    const { report, left } = await runAgainst({ wrap, clock: () => time.now() }, { time, depth: 'standard' });
    expect(idsWith(report, 'failed', 'warned', 'errored', 'not-exercised')).toEqual([]);
    expect(report.verdict).toBe('conformant');
    expect(left).toEqual([]);
  },
);
