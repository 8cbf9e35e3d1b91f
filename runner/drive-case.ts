import type { About, RequestKind } from '../contracts/case.ts';
import type { Json } from '../contracts/expectation.ts';
import { refused, succeeded } from '../contracts/http-status.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import { valueAt } from '../contracts/pointer.ts';
import { valueOf } from '../checks/answer-body.ts';
import { isSettled, statusOf } from '../checks/build-status.ts';
import type { Exchange, SentRequest } from '../driver/exchange.ts';
import type { Case, PlannedRequest } from '../properties/case.ts';
import { authorization } from './credentials.ts';
import { fillBody, fillPath, needsId, type Values } from './fill.ts';
import { API, type Session } from './session.ts';

/** Pause before the second look at a build, in milliseconds; it grows threefold, up to {@link LONGEST_PAUSE_MS}. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 4000;

/** How long to wait for a build to end: recorded ones took up to 45 s. */
const BUILD_MS = 60_000;

/** The name that the actions of a case bear. */
const nameFor = (session: Pick<Session, 'runMark'>, id: string): string => `${session.runMark}-${id}`;

/** Sends the requests of a case in order, then deletes what they created and did not delete themselves. */
export async function* driveCase(session: Session, { id: caseId, requests }: Case): AsyncGenerator<Exchange> {
  const values: Record<string, string> = { ...session.values, [PLACEHOLDERS.name]: nameFor(session, caseId) };
  const mine = new Set<string>();
  // Only what is built can be deployed, and a read that looks for what a deploy did says nothing where there was none.
  let built = true;
  let deployed = false;
  try {
    for (const planned of requests) {
      // Without an id there is nothing to go on with; the requirements of these steps say so.
      if (needsId(planned) && values[PLACEHOLDERS.id] === undefined) return;
      if (planned.about.operation === 'deploy' && !built) continue;
      if (planned.about.at?.step === 'read-deployed' && !deployed) continue;
      for await (const exchange of attempts(session, caseId, planned, values)) {
        if (exchange.about.operation === 'create' && refused(exchange.answer?.status ?? 0)) {
          session.refusedNames.add(nameFor(session, caseId));
        }
        yield exchange;
        if (planned.untilSettled === true) built = (statusOf(exchange) ?? 'built') === 'built';
        if (exchange.about.operation === 'deploy') deployed = succeeded(exchange.answer?.status ?? 0);
        for (const id of settleLedger(session, exchange, values[PLACEHOLDERS.id])) {
          values[PLACEHOLDERS.id] = id;
          mine.add(id);
        }
      }
    }
  } finally {
    // Also when the consumer stops early: an action costs one of few places on a tenant.
    for (const id of mine) if (session.ledger.live.has(id)) await deleteAction(session, caseId, id);
  }
}

/** Deletes one action, whatever state it is in, and returns the exchange. */
export async function deleteAction(session: Session, caseId: string, id: string): Promise<Exchange> {
  const about: About = { operation: 'delete', credentials: 'valid', choices: [] };
  const request = {
    method: 'DELETE',
    url: `${session.base}${API}/actions/actions/${encodeURIComponent(id)}?force=true`,
    headers: headersFor(session, about),
  };
  const exchange = await send(session, caseId, 'cleanup', about, request);
  settleLedger(session, exchange, id);
  return exchange;
}

async function* attempts(
  session: Session,
  caseId: string,
  planned: PlannedRequest,
  values: Values,
): AsyncGenerator<Exchange> {
  const request = {
    method: planned.method,
    url: `${session.base}${API}${fillPath(planned, values)}`,
    headers: headersFor(session, planned.about, planned.contentType),
    ...(planned.body === undefined ? {} : { body: fillBody(planned.body, values) }),
  };
  const deadline = session.time.now() + BUILD_MS;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 3, LONGEST_PAUSE_MS)) {
    const exchange = await send(session, caseId, planned.kind, planned.about, request);
    yield exchange;
    const done =
      planned.untilSettled !== true ||
      !succeeded(exchange.answer?.status ?? 0) ||
      isSettled(statusOf(exchange));
    if (done || session.time.now() + pause > deadline) return;
    await session.time.pause(pause);
  }
}

const send = (session: Session, caseId: string, kind: RequestKind, about: About, request: SentRequest) =>
  session.sender.send({ case: caseId, kind, about, request });

function headersFor(
  { tokens }: Session,
  about: About,
  contentType?: string,
): Readonly<Record<string, string>> {
  const bearer = authorization(about.credentials, tokens);
  return {
    accept: 'application/json',
    ...(bearer === undefined ? {} : { authorization: bearer }),
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
  };
}

/** Books what an exchange created or deleted; gives the ids of actions that are there because of this run. */
function settleLedger(session: Session, exchange: Exchange, current: string | undefined): readonly string[] {
  const { operation } = exchange.about;
  const status = exchange.answer?.status ?? 0;
  if (operation === 'delete' && current !== undefined && (succeeded(status) || status === 404)) {
    session.ledger.noteDeleted(current);
  }
  const created = succeeded(status) ? actionsIn(session, exchange) : [];
  for (const id of created) session.ledger.noteCreated(id);
  return created;
}

/** The action that a create answers, or those of this run that a list shows when none should be left. */
function actionsIn({ runMark }: Session, exchange: Exchange): readonly string[] {
  const { operation, at } = exchange.about;
  const body = valueOf(exchange);
  if (operation === 'create') return idsOf([body]);
  const listed = at?.step === 'left-behind' ? valueAt(body, '/actions') : undefined;
  if (!Array.isArray(listed)) return [];
  return idsOf((listed as readonly Json[]).filter((each) => nameOf(each).includes(runMark)));
}

const nameOf = (action: Json): string => {
  const name = valueAt(action, '/name');
  return typeof name === 'string' ? name : '';
};

function idsOf(actions: readonly (Json | undefined)[]): readonly string[] {
  return actions
    .map((each) => valueAt(each, '/id'))
    .filter((id): id is string => typeof id === 'string' && id !== '');
}
