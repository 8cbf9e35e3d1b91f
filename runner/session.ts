import type { Redactor } from '../driver/redaction.ts';
import type { Time } from '../driver/limiter.ts';
import type { Sender } from '../driver/sender.ts';
import type { Budget } from './budget.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Values } from './fill.ts';
import type { Builds } from './builds.ts';
import type { Cleaning } from './cleanup/cleaning.ts';
import type { Ledger } from './cleanup/ledger.ts';
import type { SeenActions } from './cleanup/seen-actions.ts';
import type { Offers } from './offers/offers.ts';
import type { ApiRoot } from './preflight/api-root.ts';

/** What stays the same while a run drives one target. */
export interface Session {
  /** Base URL of the target, such as `https://example.eu.auth0.com`, without a slash at its end. */
  readonly base: string;
  /** Where the Management API is on it. */
  readonly root: ApiRoot;
  readonly sender: Sender;
  readonly budget: Budget;
  readonly time: Time;
  readonly redactor: Redactor;
  readonly ledger: Ledger;
  /** What reads and lists showed of the actions on the target. */
  readonly seen: SeenActions;
  /** How cleaning up goes. */
  readonly cleaning: Cleaning;
  /** Whether others live on the target, and not only whoever runs the suite. */
  readonly isShared: boolean;
  readonly builds: Builds;
  readonly tokens: AccessTokens;
  /** What the target answered of each operation, and so which it does not have at all. */
  readonly offers: Offers;
  /** Text that every action's name of this run holds. */
  readonly runMark: string;
  /** Names that refused requests asked for: no action may bear one. */
  readonly refusedNames: Set<string>;
  /** Values of the secrets that the run sends. */
  readonly secrets: readonly string[];
  /** Values that are the same for every case; a module's only where the tenant has one. */
  readonly values: Values;
  /** Why no module can be referred to; absent where one can, or nobody asked. */
  readonly noModule?: string;
}
