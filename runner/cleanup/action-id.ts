/** Longer than any id that is known, and short enough for a line and a path. */
const LONGEST = 256;

/**
 * Whether a text can be the id of an action. Auth0's are UUIDs and other targets' are not, so that all will do but what
 * would lead a path elsewhere: no dots alone, no slashes, nothing that cannot be seen.
 */
export const isActionId = (id: string): boolean =>
  id.trim() !== '' && id.length <= LONGEST && !/^\.{1,2}$/.test(id) && !/[\p{Cc}/\\]/u.test(id);
