import { refused, succeeded } from '../contracts/http-status.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import { isSettled, statusOf } from '../checks/build-status.ts';
import type { Exchange } from '../driver/exchange.ts';
import type { Case, PlannedRequest } from '../properties/case.ts';
import { actionName, nameAskedFor } from './action-name.ts';
import { bookExchange } from './book-exchange.ts';
import { call, type Call } from './call.ts';
import { deleteAction, lookFor } from './clean-up.ts';
import { fillBody, fillPath, needsId, type Values } from './fill.ts';
import type { Session } from './session.ts';

/** Pause before the second look at a build, in milliseconds; it grows threefold, up to {@link LONGEST_PAUSE_MS}. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 4000;

/** How long to wait for a build to end: recorded ones took up to 45 s. */
const BUILD_MS = 60_000;

/** Sends the requests of a case in order, then deletes what they created and did not delete themselves. */
export async function* driveCase(session: Session, { id: caseId, requests }: Case): AsyncGenerator<Exchange> {
  const name = actionName(session.runMark, caseId);
  const values: Record<string, string> = { ...session.values, [PLACEHOLDERS.name]: name };
  const mine = new Set<string>();
  const names = new Set<string>();
  // Only what is built can be deployed, and a read that looks for what a deploy did says nothing where there was none.
  let built = true;
  let deployed = false;
  let deleted = false;
  try {
    for (const planned of requests) {
      // Without an id there is nothing to go on with; the requirements of these steps say so.
      if (needsId(planned) && values[PLACEHOLDERS.id] === undefined) return;
      if (planned.about.operation === 'deploy' && !built) continue;
      const step = planned.about.at?.step;
      if (step === 'read-deployed' && !deployed) continue;
      if ((step === 'read-gone' || step === 'deleted-gone') && !deleted) continue;
      const asked = nameAskedFor(planned.body, values, session.runMark);
      names.add(asked);
      for await (const exchange of attempts(session, asked, planned, filled(caseId, planned, values))) {
        if (exchange.about.operation === 'create' && refused(exchange.answer?.status ?? 0)) {
          session.refusedNames.add(name);
        }
        for (const id of bookExchange(session, exchange, asked, values[PLACEHOLDERS.id])) {
          values[PLACEHOLDERS.id] = id;
          mine.add(id);
        }
        yield exchange;
        if (planned.untilSettled === true) built = (statusOf(exchange) ?? 'built') === 'built';
        if (step === 'deleted') deleted = succeeded(exchange.answer?.status ?? 0);
        if (exchange.about.operation === 'deploy') deployed = succeeded(exchange.answer?.status ?? 0);
      }
    }
  } finally {
    // Also when the consumer stops early: an action costs one of few places on a tenant.
    for (const each of names) for (const id of await lookFor(session, each)) mine.add(id);
    for (const id of mine) if (session.ledger.live.has(id)) await deleteAction(session, id);
  }
}

/** A planned request with everything in it that only a run knows. */
export function filled(caseId: string, planned: PlannedRequest, values: Values): Call {
  const { kind, about, method, contentType, body } = planned;
  return {
    case: caseId,
    kind,
    about,
    method,
    path: fillPath(planned, values),
    ...(contentType === undefined ? {} : { contentType }),
    ...(body === undefined ? {} : fillBody(body, values)),
  };
}

/** @param asked the name that the request asks for, if it is a create. */
async function* attempts(
  session: Session,
  asked: string,
  { about, untilSettled }: PlannedRequest,
  request: Call,
): AsyncGenerator<Exchange> {
  const deadline = session.time.now() + BUILD_MS;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 3, LONGEST_PAUSE_MS)) {
    if (about.operation === 'create') session.ledger.noteAsked(asked);
    const exchange = await call(session, request);
    yield exchange;
    const done =
      untilSettled !== true || !succeeded(exchange.answer?.status ?? 0) || isSettled(statusOf(exchange));
    if (done || session.time.now() + pause > deadline) return;
    await session.time.pause(pause);
  }
}
