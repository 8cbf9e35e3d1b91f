import { describe, expect, test } from 'vitest';

import type { Headers } from './exchange.ts';
import { FakeTime } from './example-time.ts';
import { Limiter } from './limiter.ts';
import { answered } from './example-transport.ts';

const NOW = Date.UTC(2026, 0, 1);

/** The pauses that a limiter makes before the request after an answer. */
async function pausesAfter(status: number, headers: Headers = {}): Promise<readonly number[]> {
  const time = new FakeTime(NOW);
  const limiter = new Limiter(time);
  limiter.learn(answered(status, '', headers));
  await limiter.turn();
  return time.pauses;
}

const inSeconds = (seconds: number): string => String(NOW / 1000 + seconds);

test('the first request waits for nothing', async () => {
  const time = new FakeTime();
  await new Limiter(time).turn();
  expect(time.pauses).toEqual([]);
});

describe('an answer that leaves room for more', () => {
  test.each<[number, Headers]>([
    [200, {}],
    [200, { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': inSeconds(60) }],
    [503, { 'retry-after': '5' }],
  ])('%d %j makes nobody wait', async (status, headers) => {
    expect(await pausesAfter(status, headers)).toEqual([]);
  });
});

describe('a spent limit', () => {
  test.each<[string, number, Headers, number]>([
    ['by `retry-after`', 429, { 'retry-after': '2' }, 2000],
    [
      'by `retry-after` before the reset',
      429,
      { 'retry-after': '2', 'x-ratelimit-reset': inSeconds(9) },
      2000,
    ],
    ['until the reset', 429, { 'x-ratelimit-reset': inSeconds(3) }, 3000],
    [
      'until the reset, though this one was answered',
      200,
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(4) },
      4000,
    ],
    ['a second, when nothing says for how long', 429, {}, 1000],
    [
      'a second, when the words are no number',
      429,
      { 'retry-after': 'soon', 'x-ratelimit-reset': '?' },
      1000,
    ],
    ['half a minute at the most', 429, { 'retry-after': '3600' }, 30_000],
    [
      'half a minute at the most, for a reset far away',
      429,
      { 'x-ratelimit-reset': inSeconds(86_400) },
      30_000,
    ],
    ['by the first of several values', 429, { 'retry-after': ['4', '7'] }, 4000],
  ])('is waited out %s', async (_, status, headers, milliseconds) => {
    expect(await pausesAfter(status, headers)).toEqual([milliseconds]);
  });

  test('whose reset has passed is not waited for', async () => {
    expect(await pausesAfter(429, { 'x-ratelimit-reset': inSeconds(-5) })).toEqual([]);
  });

  test('is waited out once', async () => {
    const time = new FakeTime(NOW);
    const limiter = new Limiter(time);
    limiter.learn(answered(429, '', { 'retry-after': '2' }));
    await limiter.turn();
    await limiter.turn();
    expect(time.pauses).toEqual([2000]);
  });

  test('is waited for only as long as it still lasts', async () => {
    const time = new FakeTime(NOW);
    const limiter = new Limiter(time);
    limiter.learn(answered(429, '', { 'retry-after': '5' }));
    await time.pause(4000);
    await limiter.turn();
    expect(time.pauses).toEqual([4000, 1000]);
  });

  test('is not forgotten over an answer that says nothing of it', async () => {
    const time = new FakeTime(NOW);
    const limiter = new Limiter(time);
    limiter.learn(answered(429, '', { 'retry-after': '2' }));
    limiter.learn(answered(200));
    await limiter.turn();
    expect(time.pauses).toEqual([2000]);
  });
});

describe('a bucket', () => {
  const level = (remaining: number, resetIn = 1): Headers => ({
    'x-ratelimit-limit': '10',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': inSeconds(resetIn),
  });

  test('is counted down by answers that do not tell its level', async () => {
    const time = new FakeTime(NOW);
    const limiter = new Limiter(time);
    limiter.learn(answered(200, '', level(2)));
    for (const status of [400, 401, 403]) limiter.learn(answered(status));
    limiter.learn(answered(200), 'none');
    await limiter.turn();
    expect(time.pauses).toEqual([1000]);
  });

  test('is known to fill after two levels, and is waited for no longer than it takes', async () => {
    const time = new FakeTime(NOW);
    const limiter = new Limiter(time);
    limiter.learn(answered(200, '', level(0)));
    await time.pause(2000);
    limiter.learn(answered(200, '', level(3, 3)));
    for (let sent = 0; sent < 4; sent += 1) limiter.learn(answered(400));
    await limiter.turn();
    // Four came in two seconds, so that there are two a second; three were left and four are gone.
    expect(time.pauses.at(-1)).toBe(1000);
  });
});

describe('how fast a bucket fills is not thought to be more than it is', () => {
  /** The pause before the next request, where a level of 0 and one of 1 lie three requests and so much time apart. */
  async function pauseAfter(takes: 'one' | 'perhaps', heldUpMs: number): Promise<number | undefined> {
    const time = new FakeTime(NOW);
    const limiter = new Limiter(time);
    const level = (remaining: number): Headers => ({ 'x-ratelimit-remaining': String(remaining) });
    // The first answer is late: the target looked at its bucket long before.
    const sentAt = time.now() - heldUpMs;
    limiter.learn(answered(200, '', level(0)), 'one', sentAt);
    await time.pause(1000);
    limiter.learn(answered(400), takes);
    limiter.learn(answered(400), 'one');
    limiter.learn(answered(200, '', level(1)), 'one');
    for (let sent = 0; sent < 2; sent += 1) limiter.learn(answered(400));
    await limiter.turn();
    return time.pauses.at(-1);
  }

  test.each([
    // Three more in the second: at least four a second.
    ['measured', 'one', 0, 500],
    ['measured from when the first was sent', 'one', 1500, 1000],
    ['not measured across what may have taken nothing', 'perhaps', 0, 2000],
  ] as const)('it is %s', async (_, takes, heldUpMs, milliseconds) => {
    expect(await pauseAfter(takes, heldUpMs)).toBe(milliseconds);
  });

  test('a bucket that was not empty when its level was told is waited for from then', async () => {
    const time = new FakeTime(NOW + 900);
    const limiter = new Limiter(time);
    limiter.learn(answered(200, '', { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': inSeconds(1) }));
    limiter.learn(answered(400));
    await limiter.turn();
    expect(time.pauses).toEqual([1000]);
  });
});

describe('a moment that the target tells', () => {
  test('may be a date', async () => {
    expect(await pausesAfter(429, { 'retry-after': new Date(NOW + 7000).toUTCString() })).toEqual([7000]);
  });

  test('is by its own clock, where that is far off', async () => {
    const headers = {
      date: new Date(NOW - 3_600_000).toUTCString(),
      'x-ratelimit-reset': inSeconds(-3600 + 4),
    };
    expect(await pausesAfter(429, headers)).toEqual([4000]);
  });
});
