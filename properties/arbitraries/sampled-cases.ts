import * as fc from 'fast-check';

import type { Case } from '../case.ts';
import { proveValid } from '../guard.ts';
import { makeCase } from '../make-case.ts';
import { create } from '../requests.ts';
import { createActionRequest } from './create-action-request.ts';

/** Creates with `count` bodies drawn at random: the same seed draws the same bodies, and more of them begin alike. */
export function sampledCases(seed: number, count: number): readonly Case[] {
  return fc.sample(createActionRequest(), { seed, numRuns: count }).map((value, index) => {
    proveValid(value);
    return makeCase({
      title: `valid body ${index + 1} drawn with seed ${seed}`,
      requests: [create({ kind: 'json', value }, { credentials: 'valid', choices: ['sampled'] })],
    });
  });
}
