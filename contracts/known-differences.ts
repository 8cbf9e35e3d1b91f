import type { Json } from './expectation.ts';

/**
 * A way in which Auth0's published OpenAPI is known to say something else than the contract, which follows the
 * documentation page first. Where the description comes to say yet another thing, it is known no longer.
 */
export interface KnownDifference {
  /** What differs, such as `limit`. */
  readonly kind: string;
  /** `name#/pointer` of the contract's schema. */
  readonly place: string;
  /** The property or the keyword. */
  readonly name: string;
  /** What the description says; absent where it says nothing. */
  readonly openapi?: Json;
  readonly reason: string;
}

const ONE_TRIGGER =
  'The page says that an action serves one trigger at a time; the OpenAPI says it in words alone.';

export const knownDifferences: readonly KnownDifference[] = [
  'create-action-request',
  'action',
  'deployed-version',
  'version-action',
].map((file) => ({
  kind: 'limit',
  place: `${file}#/properties/supported_triggers`,
  name: 'maxItems',
  reason: ONE_TRIGGER,
}));
