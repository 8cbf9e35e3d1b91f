/**
 * Stand-ins that a planned request carries for what only a run knows. A plan is thereby the same from run to run, and
 * the driver puts the real values in as it sends. Each real value is made of characters that JSON need not escape.
 */
export const PLACEHOLDERS = {
  /** The action's name: unique to the run and the case. */
  name: '<<name>>',
  /** Id of the action that the case created. */
  id: '<<id>>',
  /** Id of a module that the tenant has published. */
  moduleId: '<<module-id>>',
  /** Id of the published version of that module. */
  moduleVersionId: '<<module-version-id>>',
} as const;

/** A secret's value, by number from 1: made anew for every run, so that a leak cannot be mistaken for anything else. */
export const secretPlaceholder = (number: 1 | 2 | 3): string => `<<secret-${number}>>`;
