import type { Exercise } from './exercise.ts';
import type { Expectation } from './expectation.ts';

/** How binding a requirement is, in the sense of RFC 2119; it follows from the source and never from a title. */
export type Level = 'MUST' | 'SHOULD' | 'MAY';

/**
 * Where a requirement comes from, read on {@link SOURCES_READ}.
 *
 * - `page`: a part of the documentation page, such as `Body > name`.
 * - `openapi`: a JSON Pointer into Auth0's published OpenAPI description.
 * - `standard`: a section of a standard that the page builds on by naming HTTP, JSON and Bearer tokens.
 * - `recorded`: traffic recorded from real tenants; never enough for a MUST.
 */
export type Source =
  | { readonly in: 'page'; readonly part: string }
  | { readonly in: 'openapi'; readonly pointer: string }
  | { readonly in: 'standard'; readonly document: `RFC ${number}`; readonly section: string }
  | { readonly in: 'recorded'; readonly fact: string };

/** The day on which every source was last read, as an ISO date. */
export const SOURCES_READ = '2026-11-22';

/** One promise of the API: what it says, where that is written, how it is exercised and how it is judged. */
export interface Requirement<Id extends string = string> {
  /** Permanent, dotted, such as `request.name.required`; never given to another promise. */
  readonly id: Id;
  readonly level: Level;
  /** One sentence with the tenant as its subject: "refuses an action without a name". */
  readonly title: string;
  readonly source: Source;
  /** Which exchanges bear on it, and so which cases must be sent. */
  readonly exercisedBy: Exercise;
  /** Further exchanges that bear on it, whatever they were sent for: nothing is planned for their sake. */
  readonly alsoOn?: readonly Exercise[];
  /** What must hold for each of those exchanges. */
  readonly judgedBy: Expectation;
}

/**
 * Area of a requirement, under which reports group it: `request.name`, `answer.action` or, where an area is small
 * enough not to need a second segment, `auth`.
 */
export function areaOf(id: string): string {
  const [first = id, second = ''] = id.split('.');
  return first === 'request' || first === 'answer' ? `${first}.${second}` : first;
}
