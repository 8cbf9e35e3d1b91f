import { PLACEHOLDERS, secretPlaceholder } from '../contracts/placeholders.ts';
import { fetchAccessToken, type ClientCredentials, type GrantedToken } from '../driver/access-token.ts';
import { Limiter, type Time } from '../driver/limiter.ts';
import { isLoopback } from '../driver/loopback.ts';
import { Redactor } from '../driver/redaction.ts';
import { Sender } from '../driver/sender.ts';
import type { Spending } from '../driver/spending.ts';
import { readClaims } from '../driver/token-claims.ts';
import type { Transport } from '../driver/transport.ts';
import { AccessTokens } from './access-tokens.ts';
import { runMarkOf } from './action-name.ts';
import { Builds } from './builds.ts';
import { Budget, type Limits } from './budget.ts';
import { Cleaning } from './cleanup/cleaning.ts';
import { Ledger, type Journal } from './cleanup/ledger.ts';
import { SeenActions } from './cleanup/seen-actions.ts';
import { findModule } from './preflight/find-module.ts';
import type { Session } from './session.ts';

/** How a run gets its token: a given one, or a client that asks for one. */
export type Access =
  { readonly by: 'token'; readonly token: string } | ({ readonly by: 'client' } & ClientCredentials);

/** What a session needs to know before it starts. */
export interface SessionOptions {
  readonly base: string;
  readonly access: Access;
  readonly unscopedToken?: string;
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

/**
 * Gets a token and looks at what the target offers.
 *
 * @param wanted placeholders that the plan needs a value for: what nobody needs is not asked for.
 * @throws TargetError when the target is unreachable or refuses the credentials.
 */
export async function openSession(
  transport: Transport,
  options: SessionOptions,
  wanted: ReadonlySet<string>,
): Promise<Session> {
  const { base, unscopedToken, runId, time, limits, journal } = options;
  const {
    redactor = new Redactor(),
    limiter = new Limiter(time),
    spending,
    builds = new Builds(time),
  } = options;
  const { isShared = !isLoopback(new URL(base).hostname) } = options;
  const secrets = ([1, 2] as const).map((number) => `conformance-secret-${number}-${runId}`);
  redactor.learn(...secrets, ...(unscopedToken === undefined ? [] : [unscopedToken]));
  const ledger = new Ledger(journal);
  const budget = new Budget(limits, ledger, time);
  const sender = new Sender(transport, limiter, time, budget, spending);
  const tokens = await tokensFor(sender, redactor, options);
  const [one = '', two = ''] = secrets;
  const module = wanted.has(PLACEHOLDERS.moduleId) ? await findModule({ sender, base, tokens }) : undefined;
  return {
    base,
    sender,
    budget,
    time,
    redactor,
    ledger,
    seen: new SeenActions(runMarkOf(runId)),
    cleaning: new Cleaning(isShared),
    isShared,
    builds,
    tokens,
    runMark: runMarkOf(runId),
    refusedNames: new Set(),
    secrets,
    values: {
      [secretPlaceholder(1)]: one,
      [secretPlaceholder(2)]: two,
      ...module?.values,
    },
    ...(module === undefined || module.reason === '' ? {} : { noModule: module.reason }),
  };
}

async function tokensFor(
  sender: Sender,
  redactor: Redactor,
  options: Pick<SessionOptions, 'base' | 'access' | 'unscopedToken' | 'time'>,
): Promise<AccessTokens> {
  const { base, access, unscopedToken: unscoped, time } = options;
  const limited = unscoped === undefined ? {} : { unscoped };
  if (access.by === 'token') {
    redactor.learn(access.token);
    return new AccessTokens({ token: access.token, ...readClaims(access.token) }, time, limited);
  }
  const grant = async (): Promise<GrantedToken> => {
    const granted = await fetchAccessToken(sender, base, access);
    redactor.learn(granted.token);
    return granted;
  };
  redactor.learn(access.clientSecret);
  return new AccessTokens(await grant(), time, { ...limited, grant });
}
