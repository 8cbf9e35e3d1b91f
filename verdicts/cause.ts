import type { Finding } from '../checks/judgement.ts';

/**
 * The identity of a deviation: the requirement that it breaks, the place with every index of an array as `-`, and the
 * kind, as in `answer.trigger.id:/supported_triggers/-/id:type`. Two findings with the same cause are the same
 * deviation, within a run and from one night to the next: values, ids, names and what was sent have no part in it.
 */
export function causeOf(requirement: string, { path, kind }: Pick<Finding, 'path' | 'kind'>): string {
  const place = path.startsWith('/') ? path.replaceAll(/\/\d+(?=\/|$)/g, '/-') : path;
  const cause = [requirement, place, kind].map((part) => part.replaceAll(/\s+/g, '-')).join(':');
  // Half a character is none in a file: what is read back must be what was written.
  return cause.toWellFormed();
}
