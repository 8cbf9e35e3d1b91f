import { expect, test } from 'vitest';

import { wholeTicks } from './whole-ticks.ts';

test.each([
  [0, [0, 1]],
  [0.4, [0, 1]],
  [1, [0, 1]],
  [2, [0, 1, 2]],
  [5, [0, 2, 4, 6]],
  [101, [0, 50, 100, 150]],
  [327, [0, 100, 200, 300, 400]],
])('up to %d', (highest, ticks) => {
  expect(wholeTicks(highest)).toEqual(ticks);
});

test('are whole, and neither too few nor too many, however high', () => {
  for (let highest = 1; highest < 1e6; highest = highest * 1.3 + 0.7) {
    const ticks = wholeTicks(highest);
    expect(ticks.every(Number.isInteger)).toBe(true);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
    expect(ticks.length).toBeLessThanOrEqual(5);
  }
});
