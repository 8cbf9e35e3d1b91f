import { expect, test } from 'vitest';

import { Waiting } from './waiting.ts';

const LOCAL = '127.0.0.1';
const TENANT = 'example.eu.auth0.com';

/** What each of so many silences in a row is given, in milliseconds. */
function silences(waiting: Waiting, hostname: string, count: number): readonly number[] {
  return Array.from({ length: count }, () => {
    const given = waiting.patienceFor(hostname);
    waiting.silent();
    return given;
  });
}

test('a target that has not answered yet is given all the time, wherever it is', () => {
  const waiting = new Waiting(30_000);
  expect(silences(waiting, LOCAL, 2)).toEqual([30_000, 30_000]);
  expect(waiting.patienceFor(TENANT)).toBe(30_000);
});

test('a dozen silences of a quick program on this machine cost less than 20 s', () => {
  const waiting = new Waiting(30_000);
  waiting.answered(12);
  const given = silences(waiting, LOCAL, 12);
  expect(given.slice(0, 4)).toEqual([5_000, 2_500, 1_250, 1_000]);
  expect(given.reduce((sum, one) => sum + one, 0)).toBeLessThan(20_000);
});

test('a tenant is given longer, and never less than 5 s', () => {
  const waiting = new Waiting(30_000);
  waiting.answered(300);
  expect(silences(waiting, TENANT, 5)).toEqual([30_000, 15_000, 7_500, 5_000, 5_000]);
});

test('a slow target is given four times what its slowest answer took', () => {
  const waiting = new Waiting(30_000);
  waiting.answered(4_000);
  waiting.answered(20);
  expect(silences(waiting, LOCAL, 4)).toEqual([30_000, 30_000, 20_000, 16_000]);
});

test('whoever has less patience keeps it', () => {
  const waiting = new Waiting(300);
  waiting.answered(1);
  expect(silences(waiting, TENANT, 2)).toEqual([300, 300]);
});
