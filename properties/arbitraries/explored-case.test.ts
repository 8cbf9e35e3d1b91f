import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Case } from '../case.ts';
import { faultPlaces } from '../faults/fault-places.ts';
import { violations } from '../request-schema.ts';
import { exploredCase } from './explored-case.ts';

const SEED = 20_261_122;

describe('drawn cases', () => {
  it(`are valid (seed ${SEED})`, () => {
    fc.assert(
      fc.property(exploredCase({ kind: 'valid' }), ({ subject }) => {
        expect(bodyProblems(subject)).toEqual([]);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it(`or faulty, beside a valid twin (seed ${SEED})`, () => {
    fc.assert(
      fc.property(exploredCase({ kind: 'faulty' }), ({ subject, twin = subject }) => {
        expect(bodyProblems(twin)).toEqual([]);
        expect(bodyProblems(subject)).not.toEqual([]);
        expect(subject.twin).toBe(twin.id);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('have a fault in every place where the contract forbids something', () => {
    const drawn = fc.sample(exploredCase({ kind: 'faulty' }), { seed: SEED, numRuns: 2000 });
    const found = drawn.map(({ subject }) => subject.requests[0]?.about.fault);
    const met = new Set(found.map((fault) => `${fault?.operator} at ${fault?.at}`));
    expect(faultPlaces().filter(({ at, operator }) => !met.has(`${operator} at ${at}`))).toEqual([]);
  });

  it('shrink to the smallest body that has the same fault in the same place', () => {
    const { counterexample } = fc.check(
      fc.property(
        exploredCase({ kind: 'faulty' }),
        ({ subject }) => subject.requests[0]?.about.fault?.at !== '/dependencies/0/version',
      ),
      { seed: SEED, numRuns: 1000 },
    );
    expect(counterexample?.[0].subject.requests[0]?.body).toMatchObject({
      value: { name: '<<name>>', dependencies: [{ name: 'lodash', version: 7 }] },
    });
  });
});

function bodyProblems({ requests }: Case): readonly unknown[] {
  const body = requests[0]?.body;
  if (body?.kind !== 'json') throw new Error('a drawn body is JSON');
  return violations(JSON.parse(JSON.stringify(body.value)));
}
