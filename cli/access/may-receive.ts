import { isUsers, type Origin } from '../settings/origins.ts';

/** Who names a target as the one that is meant; absent where nobody does so in that way. */
export interface Naming {
  /** Where the target's address was given. */
  readonly target: Origin;
  /** Where it is allowed by name, as `--allow-tenant` does. */
  readonly allowed?: Origin | undefined;
  /** Where it is said that credentials belong to it, as `AUTH0_DOMAIN` does. */
  readonly domain?: Origin | undefined;
  /** Whether the user has confirmed it before, outside of any checkout. */
  readonly confirmed: boolean;
}

/**
 * Whether credentials may go to a target. The user's own go where the user sends them, and nowhere that only a file of a
 * checkout names. What a file of variables holds is that file's own, and goes where the same file says as well; a
 * configuration, which is committed where such a file is not, sends nothing anywhere by itself.
 *
 * @param credentials where each of them was given.
 */
export function mayReceive(naming: Naming, credentials: readonly Origin[]): boolean {
  const names = [naming.target, naming.allowed, naming.domain];
  if (naming.confirmed || names.some(isUsers)) return true;
  return names.includes('env-file') && areOfFile(credentials);
}

/** Whether credentials come from a file of variables alone, so that nothing of the user's own is sent. */
export const areOfFile = (credentials: readonly Origin[]): boolean =>
  credentials.every((origin) => origin === 'env-file');
