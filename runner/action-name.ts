import type { Json } from '../contracts/expectation.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import { valueAt } from '../contracts/pointer.ts';
import type { PlannedBody } from '../properties/case.ts';
import { fill, type Values } from './fill.ts';

/** How the name of every action begins that the suite ever creates; upper and lower case, so that a change is seen. */
export const NAME_PREFIX = 'Conformance-';

/** Text that every action's name of a run holds. */
export const runMarkOf = (runId: string): string => `${NAME_PREFIX}${runId}`;

/** The name that the actions of a case bear. */
export const actionName = (runMark: string, caseId: string): string => `${runMark}-${caseId}`;

/** Whether a name is one that the suite makes, to the letter: a run's id and a case's. */
export const isOwnName = (name: string): boolean => /^Conformance-[a-z0-9]{6,}-[0-9a-f]{12}$/.test(name);

/** Whether a text can be the id of a run. */
export const isRunId = (text: string): boolean => /^[a-z0-9]{6,64}$/.test(text);

/** Whether a name begins as all names of a run do; some cases put something behind it, or blanks before it. */
export const isNameOfRun = (runId: string, name: string): boolean =>
  isRunId(runId) && new RegExp(`^${runMarkOf(runId)}-[0-9a-f]{12}`).test(name.trimStart());

/** The name that a body asks for, where it is one of the run's; what else is sent is known by the name of its case. */
export function nameAskedFor(body: PlannedBody | undefined, values: Values, runMark: string): string {
  const name = valueAt(body?.kind === 'json' ? body.value : parseJson(body?.text ?? ''), '/name');
  const asked = typeof name === 'string' ? fill(name, values) : '';
  // Some names have blanks before them on purpose.
  return asked.trimStart().startsWith(runMark) ? asked : (values[PLACEHOLDERS.name] ?? '');
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    // Some bodies are no JSON on purpose.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
