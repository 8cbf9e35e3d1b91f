/**
 * Where a value was given. A flag and the environment are the user's own; a file of variables or a configuration lies in
 * a checkout, where anybody may have written it.
 */
export type Origin = 'flag' | 'environment' | 'env-file' | 'configuration' | 'default';

/** Where the settings of a command come from. */
export interface Origins {
  /** By the name of the flag in camel case. */
  readonly settings: Readonly<Record<string, Origin>>;
  /** Names of the variables that come from a file. */
  readonly fromFile: ReadonlySet<string>;
}

/** Whether a value was given by the user, and not by a file that may be anybody's. */
export const isUsers = (origin: Origin | undefined): boolean => origin === 'flag' || origin === 'environment';

/** Where a variable comes from. */
export const originOf = (name: string, { fromFile }: Pick<Origins, 'fromFile'>): Origin =>
  fromFile.has(name) ? 'env-file' : 'environment';
