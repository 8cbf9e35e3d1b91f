import * as fc from 'fast-check';

import { createActionRequest, faultyRequest } from '../properties/library.ts';
import { violations } from '../properties/request-schema.ts';
import { type Spread, spreadOf } from './spread.ts';

/** How often each of the loops is measured, in turns, and how many bodies it takes each time. */
export const DRAWS = { rounds: 7, bodies: 10_000 } as const;

/** Bodies drawn per second in this process, beside loops that do something plain with as many drawn before. */
export interface Generation {
  readonly valid: Spread;
  readonly faulty: Spread;
  /** A copy of each body by way of JSON, in and out. */
  readonly copied: Spread;
  /** Each body validated by ajv. */
  readonly validated: Spread;
  /** How many times as fast copying is as drawing a valid body. */
  readonly ratio: number;
}

/** Measures how fast bodies are drawn; nothing is sent. */
export function measureGeneration(progress: (line: string) => void): Generation {
  progress('drawing bodies');
  const given = draw(createActionRequest(), 0);
  const loops = {
    valid: (seed: number) => draw(createActionRequest(), seed),
    faulty: (seed: number) => draw(faultyRequest(), seed),
    copied: () => given.map((body): unknown => JSON.parse(JSON.stringify(body))),
    validated: () => given.map((body) => violations(body)),
  };
  for (const loop of Object.values(loops)) loop(0);
  const perSecond = { valid: [], faulty: [], copied: [], validated: [] } as Record<
    keyof typeof loops,
    number[]
  >;
  for (let round = 1; round <= DRAWS.rounds; round += 1) {
    for (const name of Object.keys(loops) as (keyof typeof loops)[]) {
      const start = performance.now();
      loops[name](round);
      perSecond[name].push((DRAWS.bodies / (performance.now() - start)) * 1_000);
    }
  }
  const [valid, faulty] = [spreadOf(perSecond.valid), spreadOf(perSecond.faulty)];
  const [copied, validated] = [spreadOf(perSecond.copied), spreadOf(perSecond.validated)];
  return { valid, faulty, copied, validated, ratio: copied.median / valid.median };
}

const draw = <T>(arbitrary: fc.Arbitrary<T>, seed: number): readonly T[] =>
  fc.sample(arbitrary, { seed, numRuns: DRAWS.bodies });
