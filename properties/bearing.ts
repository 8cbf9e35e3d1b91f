import type { About } from '../contracts/case.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { appliesTo, firstOfEach } from './applies.ts';

const known = new WeakMap<readonly Requirement[], Map<string, readonly Requirement[]>>();

/**
 * The requirements that a request bears on, in their order. Thousands of requests are about the same few things, so that
 * each is looked up once.
 *
 * @param status the answer's status; left out while planning.
 */
export function bearingOn(
  requirements: readonly Requirement[],
  about: About,
  status?: number,
): readonly Requirement[] {
  const { operation, credentials, choices, fault, wire, at } = about;
  const place = fault && [fault.operator, firstOfEach(fault.at)];
  const key = JSON.stringify([operation, credentials, choices, place, wire, at, status]);
  const found = known.get(requirements) ?? new Map<string, readonly Requirement[]>();
  known.set(requirements, found);
  const bearing =
    found.get(key) ??
    requirements.filter(({ exercisedBy, alsoOn = [] }) => {
      // What was not sent for a requirement is seen or not, but never missed.
      const exercises = status === undefined ? [exercisedBy] : [exercisedBy, ...alsoOn];
      return exercises.some((each) => appliesTo(each, about, status));
    });
  found.set(key, bearing);
  return bearing;
}

/** Whether a request bears on a requirement by what it was sent for, and not only by what its answer happens to show. */
export const isSentFor = (
  { exercisedBy }: Requirement,
  { about, answer }: { readonly about: About; readonly answer?: { readonly status: number } },
): boolean => appliesTo(exercisedBy, about, answer?.status);
