import { expect, test } from 'vitest';

import { goDurationMs } from './go-duration.ts';

test.each([
  ['1.034613083s', 1034.613083],
  ['419.5ms', 419.5],
  ['1m1.5s', 61_500],
  ['2h', 7_200_000],
  ['1.5µs', 0.0015],
  [250_000_000, 250],
  ['250000000', 250],
])('%s is %d ms', (value, milliseconds) => {
  expect(goDurationMs(value)).toBeCloseTo(milliseconds, 6);
});

test.each(['', '0s', 0, 'soon', '5 s', undefined, null, -1])('%j is no duration', (value) => {
  expect(goDurationMs(value)).toBeUndefined();
});
