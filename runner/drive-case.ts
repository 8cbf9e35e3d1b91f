import { DELETED, refused, succeeded } from '../contracts/http-status.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import { statusOf } from '../checks/build-status.ts';
import type { Exchange } from '../driver/exchange.ts';
import type { Case, PlannedRequest } from '../properties/case.ts';
import { actionName, nameAskedFor } from './action-name.ts';
import { bookExchange } from './cleanup/book-exchange.ts';
import { call, type Call } from './call.ts';
import { deleteOwn, lookFor } from './cleanup/clean-up.ts';
import { mayChange } from './cleanup/owner-of.ts';
import { fillBody, fillPath, needsId, type Values } from './fill.ts';
import { mayRepeat } from './may-repeat.ts';
import { leavesDoubt, type Sent } from './doubt.ts';
import type { Session } from './session.ts';

/** Sends the requests of a case in order, then deletes what they created and did not delete themselves. */
export async function driveCase(session: Session, { id, requests }: Case): Promise<Sent> {
  const drive = new Drive(session, id);
  try {
    for (const planned of requests) {
      // Without an id there is nothing to go on with; the requirements of these steps say so.
      if (drive.lacksId(planned) || drive.exchanges.some(leavesDoubt)) break;
      if (!(await drive.mayAct(planned))) break;
      if (drive.makesSense(planned)) await drive.send(planned);
    }
  } finally {
    // Also when a request could not be sent: an action costs one of few places on a tenant.
    await drive.cleanUp();
  }
  const { exchanges, missing } = drive;
  return { exchanges, ...(missing === undefined ? {} : { missing }) };
}

/** A case on its way, with what is known of the actions that it created. */
class Drive {
  readonly exchanges: Exchange[] = [];
  /** Why steps were left out. */
  missing: string | undefined;
  private readonly session: Session;
  private readonly caseId: string;
  private readonly values: Record<string, string>;
  private readonly ids = new Set<string>();
  private readonly names = new Set<string>();
  // Only what is built can be deployed, and a read that looks for what a deploy did says nothing where there was none.
  private built = true;
  private deployed = false;
  private updated = false;
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
    if (operation === 'deploy' || at?.step === 'read-again') return this.built;
    if (at?.step === 'read-updated') return this.updated;
    if (at?.step === 'read-deployed') return this.deployed;
    return (at?.step !== 'read-gone' && at?.step !== 'deleted-gone') || this.deleted;
  }

  /** Sends a request; one that waits for a build to end is sent again and again. */
  async send(planned: PlannedRequest): Promise<void> {
    if (planned.untilSettled !== true) {
      await this.sendOnce(planned);
      return;
    }
    const { isBuilt, words } = await this.session.builds.wait(async () => {
      const exchange = await this.sendOnce(planned);
      if (wasAccepted(exchange)) return { status: statusOf(exchange) };
      return { over: exchange.trouble === undefined ? 'refused' : 'unanswered' };
    });
    this.built = isBuilt;
    this.missing ??= isBuilt ? undefined : words;
  }

  private async sendOnce(planned: PlannedRequest): Promise<Exchange> {
    const { session, values } = this;
    const { operation } = planned.about;
    const asked = nameAskedFor(planned.body, values, session.runMark);
    this.names.add(asked);
    if (operation === 'create') session.ledger.noteAsked(asked);
    const exchange = await call(session, filled(this.caseId, planned, values), () =>
      mayRepeat(session, operation, { name: asked, id: values[PLACEHOLDERS.id] }),
    );
    this.take(exchange, asked);
    return exchange;
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
    if (operation === 'create' && wasRefused(exchange)) {
      session.refusedNames.add(values[PLACEHOLDERS.name] ?? '');
    }
    for (const id of bookExchange(session, exchange, asked, values[PLACEHOLDERS.id])) {
      values[PLACEHOLDERS.id] = id;
      this.ids.add(id);
    }
    // Another success says nothing of what became of the action.
    if (at?.step === 'deleted') this.deleted = exchange.answer?.status === DELETED;
    if (operation === 'update') this.updated = wasAccepted(exchange);
    if (operation === 'deploy') this.deployed = wasAccepted(exchange);
  }
}

const wasAccepted = ({ answer, trouble }: Exchange): boolean =>
  trouble === undefined && succeeded(answer?.status ?? 0);

const wasRefused = ({ answer, trouble }: Exchange): boolean =>
  trouble === undefined && refused(answer?.status ?? 0);

/** A planned request with everything in it that only a run knows. */
export function filled(caseId: string, planned: PlannedRequest, values: Values): Call {
  const { kind, about, method, contentType, accept, scheme, body } = planned;
  return {
    case: caseId,
    kind,
    about,
    method,
    path: fillPath(planned, values),
    ...(contentType === undefined ? {} : { contentType }),
    ...(accept === undefined ? {} : { accept }),
    ...(scheme === undefined ? {} : { scheme }),
    ...(body === undefined ? {} : fillBody(body, values)),
  };
}
