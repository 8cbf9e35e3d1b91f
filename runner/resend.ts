import type { Requirement } from '../contracts/requirement.ts';
import { waivers } from '../contracts/waivers.ts';
import { Memory } from '../checks/memory.ts';
import { judgesSomethingElse } from '../checks/status.ts';
import type { Exchange } from '../driver/exchange.ts';
import { Transport } from '../driver/transport.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import type { Case } from '../properties/case.ts';
import type { ActionAccount, ReportedFinding } from '../verdicts/report.ts';
import { Tally } from '../verdicts/tally.ts';
import { judgeCase, sendCase } from './case-run.ts';
import { cleanUpForGood } from './cleanup/last-look.ts';
import { accountOf } from './cleanup/account-of.ts';
import { openSession, type SessionOptions } from './open-session.ts';

/** What is to be sent again, and how. */
export interface ResendOptions extends SessionOptions {
  /** The requirements to judge by. */
  readonly requirements: readonly Requirement[];
  readonly cases: readonly Case[];
  /** How often each case is sent. */
  readonly times: number;
  /** Stops after the case that is under way. */
  readonly signal?: AbortSignal;
}

/** What one more sending of a case showed. */
type Resending = readonly Pick<ReportedFinding, 'cause' | 'waiver'>[];

/** What came of sending cases again. */
interface Resent {
  /** By the id of the case what each sending showed; one that got no answer, or none to the request, is left out. */
  readonly shown: ReadonlyMap<string, readonly Resending[]>;
  readonly actions: ActionAccount;
}

/**
 * Sends cases again, each several times, to tell what happens always from what happens now and then.
 *
 * @throws TargetError when the target refuses the credentials.
 */
export async function resend({
  requirements,
  cases,
  times,
  signal,
  ...options
}: ResendOptions): Promise<Resent> {
  const transport = new Transport();
  try {
    const session = await openSession(transport, options, new Set([PLACEHOLDERS.moduleId]));
    session.tokens.assertLetIn();
    // But an id that comes twice comes in two of them.
    const memory = new Memory();
    const shown = new Map<string, Resending[]>(cases.map(({ id }) => [id, []]));
    try {
      for (const next of cases.flatMap((each) => Array.from({ length: times }, () => each))) {
        if (signal?.aborted === true) break;
        const sent = await sendCase(session, next);
        if (sent.exchanges.length === 0 || !sent.exchanges.every(tells)) continue;
        // Each sending is judged by itself: what another one showed has no part in it.
        const bench = { session, requirements, tally: new Tally(requirements, waivers), memory };
        const { findings } = judgeCase(bench, { case: next, phase: 'edges' }, sent);
        shown.get(next.id)?.push(findings.map(({ finding }) => finding));
      }
    } finally {
      await cleanUpForGood(session);
    }
    return { shown, actions: withoutEvidence(accountOf(session)) };
  } finally {
    await transport.close();
  }
}

/** An account without what went wrong: no report keeps the exchanges of sending again. */
const withoutEvidence = ({ created, deleted, leftOver, unknown }: ActionAccount): ActionAccount => ({
  created,
  deleted,
  leftOver,
  ...(unknown === undefined ? {} : { unknown }),
});

/** Whether an exchange says anything about its request: there is an answer, and it speaks of nothing else. */
const tells = (exchange: Exchange): boolean =>
  exchange.trouble === undefined &&
  exchange.answer !== undefined &&
  judgesSomethingElse(exchange, exchange.answer) === undefined;
