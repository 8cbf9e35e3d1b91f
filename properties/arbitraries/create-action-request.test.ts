import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { violations } from '../request-schema.ts';
import { createActionRequest } from './create-action-request.ts';
import { sampledCases } from './sampled-cases.ts';

const SEED = 20_261_122;

describe('the arbitrary of requests', () => {
  it(`draws bodies that the schema allows (seed ${SEED})`, () => {
    fc.assert(
      fc.property(createActionRequest(), (body) => {
        expect(violations(body)).toEqual([]);
        expect(violations(JSON.parse(JSON.stringify(body)))).toEqual([]);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('draws every optional property, present and absent', () => {
    const bodies = fc.sample(createActionRequest(), { seed: SEED, numRuns: 200 });
    for (const property of ['dependencies', 'deploy', 'runtime', 'secrets']) {
      const present = bodies.filter((body) => property in body).length;
      expect(present, property).toBeGreaterThan(20);
      expect(present, property).toBeLessThan(180);
    }
  });

  it('draws the same for the same seed, and begins alike however much it draws', () => {
    const few = sampledCases(7, 3).map(({ id }) => id);
    expect(
      sampledCases(7, 20)
        .map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(few);
    expect(sampledCases(8, 3).map(({ id }) => id)).not.toEqual(few);
  });
});
