import { expect, it } from 'vitest';

import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { drawer } from '../test/drawer.ts';
import { runAgainst } from './example-run.ts';

const START = Date.UTC(2026, 0, 1);

/** How long a request and its answer are on their way, in milliseconds. */
type Latency = () => readonly [there: number, back: number];

/** Each tenth request, and each tenth answer, is held up for up to as long as this. */
function heldUp(seed: number, longestMs: number): Latency {
  const draw = drawer(seed);
  const one = (): number => (draw() < 0.1 ? longestMs : 20) * draw();
  return () => [one(), one()];
}

/** Runs against a tenant with this limit, in a time that only pauses and requests move on. */
async function paced(burst: number, perSecond: number, latency: Latency, skewMs = 0) {
  let now = START;
  let ended = START;
  const time = { now: () => now, pause: (ms: number) => Promise.resolve(void (now += ms)) };
  const refused: number[] = [];
  const wrap =
    (honest: TenantFetch): TenantFetch =>
    async (request) => {
      const [there, back] = latency();
      // Only the suite asks for JSON, but where it creates: who looks at what is left at the end need not be paced.
      const isSuite = request.method === 'POST' || request.headers.get('accept') === 'application/json';
      now += isSuite ? there : 60_000;
      const answer = await honest(request);
      answer.headers.set('date', new Date(now + skewMs).toUTCString());
      if (answer.status === 429) refused.push(now - START);
      if (isSuite) ended = now += back;
      return answer;
    };
  const { report } = await runAgainst(
    { rateLimit: { burst, perSecond }, clock: () => now + skewMs, wrap },
    { time, startedAt: START },
  );
  return { report, refused, seconds: (ended - START) / 1000 };
}

it.each([
  ['a free tenant, near by', 10, 2, 5],
  ['a free tenant, far away', 10, 2, 300],
  ['a free tenant of today', 2, 2, 50],
  ['a larger tenant', 50, 20, 20],
])('%s is asked ahead of its limit, and as fast as that allows', async (_, burst, perSecond, latencyMs) => {
  const { report, refused, seconds } = await paced(burst, perSecond, () => [latencyMs, 0]);
  expect(report.verdict).toBe('conformant');
  expect(refused.filter((at) => at > 1000)).toEqual([]);
  const { total } = report.requests;
  expect(seconds).toBeLessThan(Math.max(total / perSecond, (total * latencyMs) / 1000) * 1.15);
});

it('a tenant whose clock is an hour off is paced like any other', async () => {
  const { refused, report, seconds } = await paced(10, 2, () => [20, 0], -3_600_000);
  expect(refused).toEqual([]);
  expect(seconds).toBeLessThan((report.requests.total / 2) * 1.15);
});

it.each([7, 9, 10, 11])(
  'requests and answers that are held up now and then change nothing, seed %d',
  async (seed) => {
    const { refused, report, seconds } = await paced(10, 2, heldUp(seed, 400));
    expect(refused).toEqual([]);
    expect(seconds).toBeLessThan((report.requests.total / 2) * 1.15);
  },
);
