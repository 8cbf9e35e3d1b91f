import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import { valueOf } from '../checks/answer-body.ts';
import { isSettled, statusOf } from '../checks/build-status.ts';
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
import { withoutDoubt, type Sent } from './doubt.ts';
import { mayRepeat } from './may-repeat.ts';
import type { Session } from './session.ts';

/** Pause before a build is looked at once more, in milliseconds; it grows threefold, to 4 s before the last look. */
const FIRST_PAUSE_MS = 6;

/** Ends a lifecycle of which nobody knows how it stands. */
class InDoubt extends Error {
  override readonly name = 'InDoubt';
}

/** More actions at a time show nothing that two do not. */
const MOST_ACTIONS = 2;

/** Sends the commands of a lifecycle to the target, and deletes what they left there. */
export const sendScript = (session: Session, caseId: string, commands: Commands): Promise<Sent> =>
  withoutDoubt(() => sendOnce(session, caseId, commands));

async function sendOnce(session: Session, caseId: string, commands: Commands): Promise<Sent> {
  const exchanges: Exchange[] = [];
  const predictions = new Map<string, readonly Prediction[]>();
  let waited = 0;
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
        const { operation } = planned.about;
        if (operation === 'create') session.ledger.noteAsked(name);
        const exchange = await call(session, filled(caseId, planned, values), () =>
          mayRepeat(session, operation, { name, id }),
        );
        bookExchange(session, exchange, name, id);
        const number = exchanges.push(exchange) - 1;
        predictions.set(exchange.id, said);
        if (isSettled(statusOf(exchange))) {
          session.builds.refund(waited);
          waited = 0;
        }
        // The model cannot go on from what nobody knows.
        if (exchange.trouble !== undefined) throw new InDoubt();
        return { number, status: exchange.answer?.status ?? 0, body: valueOf(exchange) };
      },
      pause: async (look) => {
        waited += await session.builds.pause(FIRST_PAUSE_MS * 3 ** (look - 1));
      },
    });
  } catch (error) {
    if (!(error instanceof NotOurs || error instanceof InDoubt)) throw error;
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
