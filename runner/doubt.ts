import type { Exchange, Trouble } from '../driver/exchange.ts';
import type { Operation } from '../contracts/exercise.ts';
import type { Prediction } from '../properties/lifecycle/prediction.ts';

/** What came of sending a case. */
export interface Sent {
  readonly exchanges: readonly Exchange[];
  /** Why steps were left out, where more is known than that another one did not come about. */
  readonly missing?: string;
  /** What a model said of the answers before they came, by the ids of the exchanges. */
  readonly predictions?: ReadonlyMap<string, readonly Prediction[]>;
}

/** How often a case is sent. */
const ATTEMPTS = 3;

/** Operations that change what the next one finds. */
const CHANGING: ReadonlySet<Operation> = new Set(['update', 'deploy', 'delete']);

/** Trouble that comes before a request is carried out, if it ever is. */
const BEFORE: ReadonlySet<Trouble['kind']> = new Set(['not-sent', 'rate-limited', 'unreachable']);

/** Whether nobody knows how an action stands after an exchange: what follows would say nothing of the target. */
export const leavesDoubt = ({ about, trouble }: Exchange): boolean =>
  trouble !== undefined && CHANGING.has(about.operation) && !BEFORE.has(trouble.kind);

/**
 * Sends a case anew where a gateway answered a change that was carried out all the same: it cannot be asked for twice,
 * and what answered it is lost.
 */
export async function withoutDoubt(send: () => Promise<Sent>): Promise<Sent> {
  for (let attempt = 1; ; attempt += 1) {
    const sent = await send();
    if (attempt === ATTEMPTS || !sent.exchanges.some(deservesAnother)) return sent;
  }
}

/** What was sent again until it was clear that it is the request stays so, and who died will not come back for it. */
const deservesAnother = (exchange: Exchange): boolean =>
  leavesDoubt(exchange) &&
  exchange.trouble?.repeated === undefined &&
  exchange.trouble?.kind !== 'died' &&
  exchange.trouble?.kind !== 'timeout';
