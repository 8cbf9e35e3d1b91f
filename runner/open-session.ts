import { PLACEHOLDERS, secretPlaceholder } from '../contracts/placeholders.ts';
import { Limiter, type Time } from '../driver/limiter.ts';
import { isLoopback } from '../driver/loopback.ts';
import { Redactor } from '../driver/redaction.ts';
import { Sender } from '../driver/sender.ts';
import type { Spending } from '../driver/spending.ts';
import type { Transport } from '../driver/transport.ts';
import { runMarkOf } from './action-name.ts';
import { Builds } from './builds.ts';
import { Budget, type Limits } from './budget.ts';
import { Cleaning } from './cleanup/cleaning.ts';
import { Ledger, type Journal } from './cleanup/ledger.ts';
import { SeenActions } from './cleanup/seen-actions.ts';
import { Offers } from './offers/offers.ts';
import { ApiRoot } from './preflight/api-root.ts';
import { findModule } from './preflight/find-module.ts';
import { locateApi } from './preflight/locate-api.ts';
import { tokensFor, type TokenOptions } from './preflight/tokens-for.ts';
import type { Session } from './session.ts';

/** What a session needs to know before it starts. */
export interface SessionOptions extends TokenOptions {
  /** Where the API is, as far as others have found out; below the base URL when absent. */
  readonly root?: ApiRoot;
  /** Six or more characters of `[a-z0-9]` that no other run uses: they go into names and secrets. */
  readonly runId: string;
  readonly time: Time;
  readonly limits: Limits;
  /** Learns every secret of the run; one of its own when absent. */
  readonly redactor?: Redactor;
  /** Keeps to the target's rate limit; one that knows nothing of it yet when absent. */
  readonly limiter?: Limiter;
  /** Counts the requests, and the budget with them, on from what is in it. */
  readonly spending?: Spending;
  /** Waits for builds; with all its patience left when absent. */
  readonly builds?: Builds;
  /** Where the ledger outlives the process; nowhere when absent. */
  readonly journal?: Journal;
  /** Whether others live on the target; wherever it is not on this machine, when absent. */
  readonly isShared?: boolean;
}

/** Numbers of the secrets that bodies send. */
const NUMBERS = [1, 2, 3] as const;

/**
 * Gets a token and looks at what the target offers. Where there is no token to be had, the session says so, and lets
 * nothing out (see {@link AccessTokens.refusal}).
 *
 * @param wanted placeholders that the plan needs a value for: what nobody needs is not asked for.
 */
export async function openSession(
  transport: Transport,
  options: SessionOptions,
  wanted: ReadonlySet<string>,
): Promise<Session> {
  const { base, runId, time, limits, journal } = options;
  const {
    redactor = new Redactor(),
    limiter = new Limiter(time),
    spending,
    builds = new Builds(time),
  } = options;
  const { isShared = !isLoopback(new URL(base).hostname) } = options;
  const secrets = NUMBERS.map((number) => `conformance-secret-${number}-${runId}`);
  redactor.learn(...secrets);
  const ledger = new Ledger(journal);
  const budget = new Budget(limits, ledger, time);
  const sender = new Sender(transport, limiter, time, budget, spending);
  const root = options.root ?? new ApiRoot(base);
  const tokens = await tokensFor(sender, redactor, options);
  const line = { base, root, sender, tokens, offers: new Offers() };
  const isAsked = wanted.has(PLACEHOLDERS.moduleId) && tokens.refusal === undefined;
  let module = isAsked ? await findModule(line) : undefined;
  // Where there is nothing by this path, the whole API may be by another.
  if (module?.isNowhere === true && (await locateApi(line)).at === 'moved') module = await findModule(line);
  return {
    ...line,
    budget,
    time,
    redactor,
    ledger,
    seen: new SeenActions(runMarkOf(runId)),
    cleaning: new Cleaning(isShared),
    isShared,
    builds,
    runMark: runMarkOf(runId),
    refusedNames: new Set(),
    secrets,
    values: {
      ...Object.fromEntries(secrets.map((value, index) => [secretPlaceholder(NUMBERS[index] ?? 1), value])),
      ...module?.values,
    },
    ...(module === undefined || module.reason === '' ? {} : { noModule: module.reason }),
  };
}
