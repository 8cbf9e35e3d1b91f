/** How the name of every action begins that the suite ever creates; upper and lower case, so that a change is seen. */
export const NAME_PREFIX = 'Conformance-';

/** Text that every action's name of a run holds. */
export const runMarkOf = (runId: string): string => `${NAME_PREFIX}${runId}`;

/** The name that the actions of a case bear. */
export const actionName = (runMark: string, caseId: string): string => `${runMark}-${caseId}`;

/** Whether a name is one that the suite makes, to the letter: a run's id and a case's. */
export const isOwnName = (name: string): boolean => /^Conformance-[a-z0-9]{6,}-[0-9a-f]{12}$/.test(name);
