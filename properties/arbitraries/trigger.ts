import * as fc from 'fast-check';

/** The version of each trigger that tenants list as current. */
const CURRENT_VERSIONS = {
  'post-login': 'v3',
  'credentials-exchange': 'v2',
  'pre-user-registration': 'v2',
  'post-user-registration': 'v2',
  'post-change-password': 'v2',
  'send-phone-message': 'v2',
  'password-reset-post-challenge': 'v1',
  'custom-phone-provider': 'v1',
  'custom-email-provider': 'v1',
  'custom-token-exchange': 'v1',
  'event-stream': 'v1',
  'password-hash-migration': 'v1',
} as const;

/** Id of a trigger whose current version is known. */
type TriggerId = keyof typeof CURRENT_VERSIONS;

/** Those that every recorded tenant has; the others depend on its plan and region. */
const EVERYWHERE: readonly TriggerId[] = [
  'post-login',
  'credentials-exchange',
  'pre-user-registration',
  'post-user-registration',
  'post-change-password',
  'send-phone-message',
];

/** The trigger of an action, as a client sends it. */
export type TriggerRequest = {
  readonly id: string;
  readonly version?: string;
  readonly status?: string;
  readonly runtimes?: readonly string[];
  readonly default_runtime?: string;
  readonly binding_policy?: 'trigger-bound' | 'entity-bound';
  readonly compatible_triggers?: readonly { readonly id: string; readonly version: string }[];
};

/** Constraints on {@link trigger}. */
export interface TriggerConstraints {
  /** The triggers to choose from, the simplest first; by default the six that every tenant has. */
  readonly ids?: readonly TriggerId[];
}

/**
 * Triggers in their current versions: as every client sends them, with id and version; by their id alone; or, rarely,
 * with some of the properties that describe a trigger, which the schema allows in a request.
 */
export function trigger({ ids = EVERYWHERE }: TriggerConstraints = {}): fc.Arbitrary<TriggerRequest> {
  const usual = fc.constantFrom(...ids.map((id) => ({ id, version: CURRENT_VERSIONS[id] })));
  const description = fc.record(
    {
      status: fc.constantFrom('CURRENT', 'DEPRECATED'),
      runtimes: fc.constantFrom(['node22'], ['node18-actions', 'node22'], []),
      default_runtime: fc.constant('node22'),
      binding_policy: fc.constantFrom('trigger-bound', 'entity-bound'),
      compatible_triggers: fc.constantFrom([], [{ id: 'post-login', version: 'v2' }]),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  return fc.oneof(
    { weight: 8, arbitrary: usual },
    { weight: 1, arbitrary: usual.map(({ id }) => ({ id })) },
    { weight: 1, arbitrary: fc.tuple(usual, description).map(([short, more]) => ({ ...short, ...more })) },
  );
}
