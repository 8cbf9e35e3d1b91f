import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Fault } from '../../contracts/case.ts';
import { catalogue } from '../../contracts/catalogue.ts';
import type { Requirement } from '../../contracts/requirement.ts';
import { appliesTo } from '../applies.ts';
import type { Case } from '../case.ts';
import { faultPlaces } from '../faults/fault-places.ts';
import { violations } from '../request-schema.ts';
import { exploredCase, type ExploredCase } from './explored-case.ts';

const SEED = 20_261_122;
const requirements: readonly Requirement[] = catalogue;

/** The one thing wrong with what a case sends, found out from its bytes alone; absent where they are valid. */
function problemOf({
  requests,
}: Case): { readonly at: string; readonly keywords: readonly string[] } | undefined {
  const body = requests[0]?.body;
  const text = body?.kind === 'json' ? JSON.stringify(body.value) : (body?.text ?? '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { at: '', keywords: ['syntax'] };
  }
  const errors = violations(value).map(({ instancePath, keyword, params }) => ({
    at: keyword === 'required' ? `${instancePath}/${String(params['missingProperty'])}` : instancePath,
    keyword,
  }));
  const [first] = errors;
  if (first === undefined) return undefined;
  const elsewhere = errors.filter(({ at }) => at !== first.at);
  if (elsewhere.length > 0) throw new Error(`faulty in two places: ${JSON.stringify(errors)}`);
  return { at: first.at, keywords: errors.map(({ keyword }) => keyword) };
}

const faultOf = ({ subject }: ExploredCase): Fault | undefined => subject.requests[0]?.about.fault;

/** Whether a faulty case is just what it says, and its twin has nothing wrong with it. */
function isAsItSays(explored: ExploredCase): boolean {
  const { subject, twin } = explored;
  const fault = faultOf(explored);
  const problem = problemOf(subject);
  if (fault === undefined || twin === undefined || problem === undefined) return false;
  const inPlace = problem.at === fault.at && problem.keywords.includes(fault.keyword);
  return inPlace && problemOf(twin) === undefined && subject.twin === twin.id && twin.id !== subject.id;
}

const draw = (kind: 'valid' | 'faulty', count: number, seed = SEED): readonly ExploredCase[] =>
  fc.sample(exploredCase({ kind }), { seed, numRuns: count });

const faulty = draw('faulty', 10_000);

describe(`cases drawn with seed ${SEED}`, () => {
  it('have a valid body: 10,000 of 10,000', () => {
    const valid = draw('valid', 10_000).filter(({ subject }) => problemOf(subject) === undefined);
    expect(valid).toHaveLength(10_000);
  });

  it('or one that is invalid at its fault and nowhere else: 10,000 of 10,000', () => {
    expect(faulty.filter(isAsItSays)).toHaveLength(10_000);
  });

  it('have every fault in every place where the contract forbids something, and each bears on a requirement', () => {
    const met = new Set(faulty.map(faultOf).map((fault) => `${fault?.operator} at ${fault?.at}`));
    expect(faultPlaces().filter(({ at, operator }) => !met.has(`${operator} at ${at}`))).toEqual([]);
    const pointless = faulty.filter(
      ({ subject: { requests } }) =>
        !requirements.some(
          ({ exercisedBy }) =>
            exercisedBy.kind === 'fault' && requests.some(({ about }) => appliesTo(exercisedBy, about)),
        ),
    );
    expect(pointless).toEqual([]);
  });

  it('are faulty in later items of lists too', () => {
    const places = new Set(faulty.map((each) => faultOf(each)?.at));
    expect(places).toContain('/dependencies/1/name');
    expect(places).toContain('/secrets/1/value');
  });

  it('stay faulty in the same place however they shrink', () => {
    let steps = 0;
    const strayed: ExploredCase[] = [];
    for (const seed of fc.sample(fc.nat(), { seed: SEED, numRuns: 150 })) {
      let start: string | undefined;
      const target = fc.property(exploredCase({ kind: 'faulty' }), (explored) => {
        const place = String(faultOf(explored)?.at.replaceAll(/\d+/g, '0'));
        if (!isAsItSays(explored) || place !== (start ?? place)) strayed.push(explored);
        // A target that does not fail on every input leads the shrinking along many ways.
        const failing = start === undefined || Number.parseInt(explored.subject.id, 16) % 3 > 0;
        start = place;
        steps += 1;
        return !failing;
      });
      fc.check(target, { seed, numRuns: 1 });
    }
    expect(strayed).toEqual([]);
    expect(steps).toBeGreaterThan(1_000);
  });

  it('shrink to a body that a person reads at a glance', () => {
    const { counterexample } = fc.check(
      fc.property(
        exploredCase({ kind: 'faulty' }),
        (each) => faultOf(each)?.at !== '/dependencies/0/version',
      ),
      { seed: SEED, numRuns: 5_000 },
    );
    const subject = counterexample?.[0].subject;
    expect(subject?.title).toMatch(/^`dependencies\.0\.version` is an? \w+ instead of a string$/);
    expect(subject).toMatchObject({
      requests: [
        {
          body: {
            value: {
              name: '<<name>>',
              supported_triggers: [{ id: 'post-login', version: 'v3' }],
              dependencies: [{ name: 'lodash' }],
            },
          },
        },
      ],
    });
  });

  it('come in unusual bytes now and then, and stay so however they shrink', () => {
    const unusual = ({ subject }: ExploredCase): boolean => subject.requests[0]?.about.wire !== undefined;
    const drawn = fc.sample(exploredCase(), { seed: SEED, numRuns: 2_000 }).filter(unusual);
    expect(new Set(drawn.map(({ subject }) => subject.requests[0]?.about.wire)).size).toBe(4);
    expect(drawn.filter(({ twin }) => twin === undefined || problemOf(twin) !== undefined)).toEqual([]);
    const { counterexample } = fc.check(
      fc.property(exploredCase(), (each) => !unusual(each)),
      { seed: SEED, numRuns: 1_000 },
    );
    expect(counterexample?.[0].twin?.requests[0]?.body).toEqual({
      kind: 'json',
      value: { name: '<<name>>', supported_triggers: [{ id: 'post-login', version: 'v3' }] },
    });
  });

  it('are the same for the same seed, and begin alike however many there are', () => {
    expect(draw('faulty', 5)).toEqual(faulty.slice(0, 5));
    expect(draw('faulty', 5, SEED + 1)).not.toEqual(faulty.slice(0, 5));
  });
});
