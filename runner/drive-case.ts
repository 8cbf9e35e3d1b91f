import { refused, succeeded } from '../contracts/http-status.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import { isSettled, statusOf } from '../checks/build-status.ts';
import type { Exchange } from '../driver/exchange.ts';
import type { Case, PlannedRequest } from '../properties/case.ts';
import { actionName, nameAskedFor } from './action-name.ts';
import { bookExchange } from './cleanup/book-exchange.ts';
import { call, type Call } from './call.ts';
import { deleteOwn, lookFor } from './cleanup/clean-up.ts';
import { mayChange } from './cleanup/owner-of.ts';
import { fillBody, fillPath, needsId, type Values } from './fill.ts';
import type { Session } from './session.ts';

/** Pause before the second look at a build, in milliseconds; it grows threefold, up to {@link LONGEST_PAUSE_MS}. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 4000;

/** How long to wait for a build to end: recorded ones took up to 45 s. */
const BUILD_MS = 60_000;

/** How long where the target tells no status: tenants do, and a mock is quick. */
const UNTOLD_MS = 5000;

/** Sends the requests of a case in order, then deletes what they created and did not delete themselves. */
export async function driveCase(session: Session, { id, requests }: Case): Promise<readonly Exchange[]> {
  const drive = new Drive(session, id);
  try {
    for (const planned of requests) {
      // Without an id there is nothing to go on with; the requirements of these steps say so.
      if (drive.lacksId(planned) || !(await drive.mayAct(planned))) break;
      if (drive.makesSense(planned)) await drive.send(planned);
    }
  } finally {
    // Also when a request could not be sent: an action costs one of few places on a tenant.
    await drive.cleanUp();
  }
  return drive.exchanges;
}

/** A case on its way, with what is known of the actions that it created. */
class Drive {
  readonly exchanges: Exchange[] = [];
  private readonly session: Session;
  private readonly caseId: string;
  private readonly values: Record<string, string>;
  private readonly ids = new Set<string>();
  private readonly names = new Set<string>();
  // Only what is built can be deployed, and a read that looks for what a deploy did says nothing where there was none.
  private built = true;
  private deployed = false;
  private deleted = false;

  constructor(session: Session, caseId: string) {
    this.session = session;
    this.caseId = caseId;
    this.values = { ...session.values, [PLACEHOLDERS.name]: actionName(session.runMark, caseId) };
  }

  lacksId(planned: PlannedRequest): boolean {
    return needsId(planned) && this.values[PLACEHOLDERS.id] === undefined;
  }

  /** Whether a request changes nothing that is not the run's: the id that a create answered may be that of another. */
  async mayAct(planned: PlannedRequest): Promise<boolean> {
    const id = this.values[PLACEHOLDERS.id];
    if (id === undefined || !needsId(planned) || planned.method === 'GET' || this.deleted) return true;
    return await mayChange(this.session, id);
  }

  /** Whether what a request builds on came about. */
  makesSense({ about: { operation, at } }: PlannedRequest): boolean {
    if (operation === 'deploy') return this.built;
    if (at?.step === 'read-deployed') return this.deployed;
    return (at?.step !== 'read-gone' && at?.step !== 'deleted-gone') || this.deleted;
  }

  /** Sends a request; one that waits for a build to end is sent again and again. */
  async send(planned: PlannedRequest): Promise<void> {
    const { session, values } = this;
    const { time, ledger } = session;
    const asked = nameAskedFor(planned.body, values, session.runMark);
    this.names.add(asked);
    const request = filled(this.caseId, planned, values);
    const began = time.now();
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 3, LONGEST_PAUSE_MS)) {
      if (planned.about.operation === 'create') ledger.noteAsked(asked);
      const exchange = await call(session, request);
      this.take(exchange, asked);
      if (planned.untilSettled !== true) return;
      const status = statusOf(exchange);
      // A target that tells none has to be taken at its word in the end.
      this.built = status === undefined || status === 'built';
      const patience = status === undefined ? UNTOLD_MS : BUILD_MS;
      const isOver = !wasAccepted(exchange) || isSettled(status);
      if (isOver || time.now() + pause > began + patience) return;
      await time.pause(pause);
    }
  }

  /** Deletes what the case created, and what it may have created without an answer. */
  async cleanUp(): Promise<void> {
    const { session, ids } = this;
    for (const name of this.names) for (const id of await lookFor(session, name)) ids.add(id);
    for (const id of ids) await deleteOwn(session, id);
  }

  private take(exchange: Exchange, asked: string): void {
    const { session, values } = this;
    const { operation, at } = exchange.about;
    this.exchanges.push(exchange);
    if (operation === 'create' && refused(exchange.answer?.status ?? 0)) {
      session.refusedNames.add(values[PLACEHOLDERS.name] ?? '');
    }
    for (const id of bookExchange(session, exchange, asked, values[PLACEHOLDERS.id])) {
      values[PLACEHOLDERS.id] = id;
      this.ids.add(id);
    }
    if (at?.step === 'deleted') this.deleted = wasAccepted(exchange);
    if (operation === 'deploy') this.deployed = wasAccepted(exchange);
  }
}

const wasAccepted = ({ answer }: Exchange): boolean => succeeded(answer?.status ?? 0);

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
