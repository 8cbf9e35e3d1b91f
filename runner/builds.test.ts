import { describe, expect, test } from 'vitest';

import { FakeTime } from '../driver/example-time.ts';
import { Builds, type Look, type Waiting } from './builds.ts';

/** Waits for a build that shows these statuses in turn, and then the last for ever. */
function setUp() {
  const time = new FakeTime();
  const builds = new Builds(time);
  const waitFor = (...shown: readonly (string | undefined)[]) => {
    let looks = 0;
    const look = (): Promise<Look> => {
      const status = shown[Math.min(looks, shown.length - 1)];
      looks += 1;
      return Promise.resolve({ status });
    };
    return builds.wait(look);
  };
  const spent = () => time.pauses.reduce((sum, each) => sum + each, 0);
  return { builds, waitFor, spent };
}

describe('a build', () => {
  test('is waited for until it ends, however many there are', async () => {
    const { waitFor, spent } = setUp();
    const slow = ['pending', ...Array.from({ length: 9 }, () => 'building'), 'built'];
    for (let count = 0; count < 5; count += 1) {
      expect(await waitFor(...slow)).toMatchObject({ isBuilt: true });
    }
    expect(spent()).toBeGreaterThan(70_000);
  });

  test('that failed is not waited for, and may not be deployed', async () => {
    const { waitFor, spent } = setUp();
    expect(await waitFor('failed')).toEqual({ isBuilt: false, words: 'the build ended as failed' });
    expect(spent()).toBe(0);
  });

  test('that never ends is told by its times, and costs a run a minute, however many there are', async () => {
    const { waitFor, spent } = setUp();
    const { isBuilt, words } = await waitFor('pending');
    expect(isBuilt).toBe(false);
    expect(words).toMatch(/^the build was pending for (5[5-9]|60) s$/);
    for (let count = 0; count < 20; count += 1) await waitFor('building');
    expect(spent()).toBeLessThanOrEqual(60_000);
  });

  test.each([
    ['another status at each look', ['packaged', 'pending', 'building', 'retrying', 'pending']],
    ['a status of no build', ['lorem', 'ipsum', 'dolor']],
    ['none', [undefined]],
  ])('that shows %s is not waited for longer than a mock takes, and taken at its word', async (_, shown) => {
    const { waitFor, spent } = setUp();
    for (let count = 0; count < 20; count += 1) expect((await waitFor(...shown)).isBuilt).toBe(true);
    expect(spent()).toBeLessThanOrEqual(6000);
  });

  test('of which nothing can be seen is left', async () => {
    const { builds, spent } = setUp();
    const unseen = (over: Look['over']) => builds.wait(() => Promise.resolve({ over }));
    expect(await unseen('unanswered')).toMatchObject({ isBuilt: false });
    expect(await unseen('refused')).toMatchObject({ isBuilt: true });
    expect(spent()).toBe(0);
  });

  test('is told while it is waited for, with what is left', async () => {
    const { builds, waitFor } = setUp();
    const told: Waiting[] = [];
    builds.tell = (waiting) => told.push(waiting);
    await waitFor('pending');
    expect(told.length).toBeGreaterThan(10);
    expect(told.every(({ status, forMs, leftMs }) => status === 'pending' && forMs + leftMs === 60_000)).toBe(
      true,
    );
  });

  test('may be waited for by others, who give back what was not in vain', async () => {
    const { builds, spent } = setUp();
    for (let count = 0; count < 100; count += 1) builds.refund(await builds.pause(4000));
    expect(spent()).toBe(400_000);
    for (let count = 0; count < 100; count += 1) await builds.pause(4000);
    expect(spent()).toBe(460_000);
  });
});
