import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { exploredCase } from './arbitraries/explored-case.ts';
import { drawAgain, draws, type Drawn } from './drawn.ts';

const SEED = 20_261_122;

const firstOf = <T>(arbitrary: fc.Arbitrary<T>, count: number, seed = SEED): Drawn<T>[] =>
  take(draws(arbitrary, seed), count);

test(`draws what fast-check samples with seed ${SEED}, however many are asked for`, () => {
  const arbitrary = fc.array(fc.string(), { maxLength: 4 });
  const drawn = firstOf(arbitrary, 1200).map(({ value }) => value);
  expect(drawn).toEqual(fc.sample(arbitrary, { seed: SEED, numRuns: 1200 }));
  expect(firstOf(arbitrary, 30).map(({ value }) => value)).toEqual(drawn.slice(0, 30));
});

test(`a path leads fast-check to the same smaller value, seed ${SEED}`, () => {
  for (const drawn of firstOf(exploredCase(), 12)) {
    let smallest = drawn;
    // Down the tree of smaller values, by the last that each offers among its first five.
    for (let depth = 0; depth < 4; depth += 1) {
      smallest = take(smallest.smaller(), 5).at(-1) ?? smallest;
    }
    const { seed, path } = smallest.draw;
    expect(fc.sample(exploredCase(), { seed, path, numRuns: 1 })).toEqual([smallest.value]);
    expect(drawAgain(exploredCase(), smallest.draw)).toEqual(smallest.value);
  }
});

test('a path that leads nowhere says so', () => {
  expect(() => drawAgain(fc.constant(1), { seed: 1, path: '0:3' })).toThrow('nothing is drawn at 0:3');
});

function take<T>(values: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  for (const each of values) if (taken.push(each) === count) break;
  return taken;
}
