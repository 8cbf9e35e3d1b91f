import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import { valueOf } from '../checks/answer-body.ts';
import type { Exchange } from '../driver/exchange.ts';
import { exercise, type Commands } from '../properties/lifecycle/lifecycle-commands.ts';
import type { Prediction } from '../properties/lifecycle/prediction.ts';
import { actionName } from './action-name.ts';
import { bookExchange } from './book-exchange.ts';
import { call } from './call.ts';
import { cleanUp } from './clean-up.ts';
import { filled } from './drive-case.ts';
import type { Session } from './session.ts';

/** What came of sending a case. */
export interface Sent {
  readonly exchanges: readonly Exchange[];
  /** What a model said of the answers before they came, by the ids of the exchanges. */
  readonly predictions?: ReadonlyMap<string, readonly Prediction[]>;
}

/** Pause before a build is looked at once more, in milliseconds; it grows threefold, to 4 s before the last look. */
const FIRST_PAUSE_MS = 6;

/** More actions at a time show nothing that two do not. */
const MOST_ACTIONS = 2;

/** Sends the commands of a lifecycle to the target, and deletes what they left there. */
export async function sendScript(session: Session, caseId: string, commands: Commands): Promise<Sent> {
  const exchanges: Exchange[] = [];
  const predictions = new Map<string, readonly Prediction[]>();
  try {
    await exercise(commands, Math.min(session.budget.maxLive, MOST_ACTIONS), {
      send: async ({ request: planned, id, slot, predictions: said }) => {
        // The letter is a hexadecimal digit, so that the name is one that a sweep knows.
        const name = actionName(session.runMark, `${caseId.slice(0, -1)}${slot}`);
        const values = {
          ...session.values,
          [PLACEHOLDERS.name]: name,
          ...(id === undefined ? {} : { [PLACEHOLDERS.id]: id }),
        };
        if (planned.about.operation === 'create') session.ledger.noteAsked(name);
        const exchange = await call(session, filled(caseId, planned, values));
        bookExchange(session, exchange, name, id);
        const number = exchanges.push(exchange) - 1;
        predictions.set(exchange.id, said);
        return { number, status: exchange.answer?.status ?? 0, body: valueOf(exchange) };
      },
      pause: (look) => session.time.pause(FIRST_PAUSE_MS * 3 ** (look - 1)),
    });
  } finally {
    await cleanUp(session);
  }
  return { exchanges, predictions };
}
