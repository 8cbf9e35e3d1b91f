import { expect, it } from 'vitest';

import { readExpiry } from './expiry.ts';

const NOW = Date.UTC(2026, 10, 23, 2);

it.each([
  ['90d', '2027-02-21'],
  ['0d', '2026-11-23'],
  ['2026-11-23', '2026-11-23'],
  ['2027-11-23', '2027-11-23'],
])('%s is a day to come', (text, day) => {
  expect(readExpiry(text, NOW)).toBe(day);
});

it.each([
  ['2026-11-22', /over already/],
  ['2027-02-31', /no date/],
  ['soon', /no date/],
  ['never', /no date/],
  ['400d', /more than a year/],
  ['2028-01-01', /more than a year/],
])('%s is refused', (text, message) => {
  expect(() => readExpiry(text, NOW)).toThrow(message);
});
