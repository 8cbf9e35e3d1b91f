import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import { valueOf } from '../checks/answer-body.ts';
import type { Exchange } from '../driver/exchange.ts';
import { exercise, type Commands } from '../properties/lifecycle/lifecycle-commands.ts';
import type { Prediction } from '../properties/lifecycle/prediction.ts';
import { actionName } from './action-name.ts';
import type { PlannedRequest } from '../properties/case.ts';
import { isActionId } from './cleanup/action-id.ts';
import { bookExchange } from './cleanup/book-exchange.ts';
import { call } from './call.ts';
import { cleanUp } from './cleanup/clean-up.ts';
import { mayChange } from './cleanup/owner-of.ts';
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
        if (id !== undefined && !(await mayUse(session, planned, id))) throw new NotOurs();
        if (planned.about.operation === 'create') session.ledger.noteAsked(name);
        const exchange = await call(session, filled(caseId, planned, values));
        bookExchange(session, exchange, name, id);
        const number = exchanges.push(exchange) - 1;
        predictions.set(exchange.id, said);
        return { number, status: exchange.answer?.status ?? 0, body: valueOf(exchange) };
      },
      pause: (look) => session.time.pause(FIRST_PAUSE_MS * 3 ** (look - 1)),
    });
  } catch (error) {
    if (!(error instanceof NotOurs)) throw error;
  } finally {
    await cleanUp(session);
  }
  return { exchanges, predictions };
}

/** The sequence ends here: what it is about is the action of somebody else. */
class NotOurs extends Error {
  override readonly name = 'NotOurs';
}

/** Whether an id can be one, and a request changes nothing that is not the run's. */
const mayUse = async (session: Session, { method }: PlannedRequest, id: string): Promise<boolean> =>
  isActionId(id) && (method === 'GET' || session.ledger.wasDeleted(id) || (await mayChange(session, id)));
