import * as fc from 'fast-check';

import type { Case } from '../case.ts';
import { exploredCase } from './explored-case.ts';

/** Creates with `count` bodies drawn at random: the same seed draws the same bodies, and more of them begin alike. */
export const sampledCases = (seed: number, count: number): readonly Case[] =>
  fc.sample(exploredCase({ kind: 'valid' }), { seed, numRuns: count }).map(({ subject }) => subject);
