import { excerpt } from '../../checks/status.ts';
import { refused, succeeded } from '../../contracts/http-status.ts';
import type { Answer, Exchange, Trouble } from '../../driver/exchange.ts';
import { intermediaryIn } from '../../driver/intermediary.ts';
import type { RecordedPair } from '../../recordings/recorded.ts';
import type { AuditTotals } from './audit-totals.ts';
import { clientFaults } from './client-faults.ts';
import type { Docket, Sight } from './docket.ts';
import { Lives, type RecordedStep } from './lives.ts';
import { Moments } from './moments.ts';
import { recognise, type Recognised } from './recognise.ts';
import type { RecordedRequirements } from './recorded-requirements.ts';
import { RecordingJudge } from './recording-judge.ts';
import { routeOf, type Route } from './route.ts';

/** What an audit judges, and of when. */
export interface AuditScope {
  readonly requirements: RecordedRequirements;
  /** ISO dates and times: exchanges before the one, and from the other on, are left out. */
  readonly since?: string;
  readonly until?: string;
  /** ISO date and time of what nothing else dates. */
  readonly asOf?: string;
}

/** The recording that is being judged. */
export interface Recording {
  readonly file: string;
  readonly caseId: string;
}

/** What is known of an exchange besides itself. */
interface Told {
  readonly route: Route;
  readonly recognised: Recognised;
  readonly format: string;
  readonly at: string | undefined;
}

/** Judges one recording, entry by entry, in its order. */
export class RecordingAudit {
  /** Exchanges that were judged. */
  judged = 0;
  private readonly recording: Recording;
  private readonly scope: AuditScope;
  private readonly docket: Docket;
  private readonly totals: AuditTotals;
  private readonly lives = new Lives();
  private readonly moments = new Moments();
  private readonly judge = new RecordingJudge();

  constructor(recording: Recording, scope: AuditScope, docket: Docket, totals: AuditTotals) {
    this.recording = recording;
    this.scope = scope;
    this.docket = docket;
    this.totals = totals;
  }

  /** Judges one entry; an exchange with another part of the API is passed over. */
  add(entry: number, format: string, pair: RecordedPair): void {
    const route = routeOf(pair.request);
    if (route === undefined) return;
    const { totals, recording } = this;
    const recognised = recognise(route, pair, pair.missing);
    const exchange = exchangeOf(pair, recognised, {
      id: `x${totals.judged + 1}`,
      case: recording.caseId,
      recorded: { file: recording.file, entry, missing: pair.missing },
    });
    this.judge.learn(exchange);
    const steps = this.lives.follow(exchange, route);
    const at = this.moments.of(exchange) ?? this.scope.asOf;
    if (this.isInScope(at)) this.book(exchange, steps, { route, recognised, format, at });
    this.judge.remember(exchange);
  }

  private book(exchange: Exchange, steps: readonly RecordedStep[], told: Told): void {
    const { route, recognised, format, at } = told;
    const { totals, recording } = this;
    this.judged += 1;
    totals.spending.add(recognised.kind);
    totals.noteFormat(format);
    totals.noteOrigin(route.origin);
    totals.operations[route.operation] += 1;
    if (succeeded(exchange.answer?.status ?? 0)) totals.noteDone(route.operation);
    const sight = { exchange, file: recording.file, ...(at === undefined ? {} : { at }) };
    for (const judged of this.judge.judge(exchange, steps, this.scope.requirements, at)) {
      this.docket.book(judged, sight);
    }
    this.tellRefusal(sight);
    this.tellClient(sight, recognised);
    this.docket.keepIfShown(exchange, this.judge.redactor);
  }

  private isInScope(at: string | undefined): boolean {
    const { since, until } = this.scope;
    if (since === undefined && until === undefined) return true;
    if (at === undefined) {
      this.totals.undated += 1;
      return false;
    }
    if ((since === undefined || at >= since) && (until === undefined || at < until)) return true;
    this.totals.outside += 1;
    return false;
  }

  /** A body that the document allows, and that was not accepted: nobody can tell whose fault it is, but it is told. */
  private tellRefusal(sight: Sight): void {
    const { about, answer } = sight.exchange;
    if (about.operation !== 'create' || about.fault !== undefined || answer === undefined) return;
    // Whether the document allows a body that was not kept, nobody knows.
    if (sight.exchange.recorded?.missing['request-body'] !== undefined) return;
    this.docket.deviations.count('create', 'valid');
    const { status, text } = answer;
    if (succeeded(status) || status === 401 || (refused(status) && status === 403)) return;
    const { redactor } = this.judge;
    const seen = {
      by: 'target',
      cause: `valid-create:status:${status}`,
      message: `a create that the document allows was answered with ${status}: ${redactor.text(excerpt(text))}`,
      path: 'status',
      basis: 'valid',
    } as const;
    this.docket.note(sight, seen, String(status));
  }

  private tellClient(sight: Sight, { faults }: Recognised): void {
    const { operation } = sight.exchange.about;
    const basis = 'client';
    this.docket.deviations.count(operation, basis);
    for (const { kind, path, message } of clientFaults(sight.exchange, faults, sight.at)) {
      const cause = `client:${path.replaceAll(/\/\d+(?=\/|$)/g, '/-')}:${kind}`;
      const seen = { by: 'client', cause, message: this.judge.redactor.text(message), path, basis } as const;
      this.docket.note(sight, seen, kind);
    }
  }
}

function exchangeOf(
  { request, answer, trouble, startedAt, durationMs }: RecordedPair,
  { about, kind }: Recognised,
  rest: Pick<Exchange, 'id' | 'case' | 'recorded'>,
): Exchange {
  const notOfApi = answer && troubleIn(answer);
  const outcome =
    notOfApi === undefined
      ? { ...(answer === undefined ? {} : { answer }), ...(trouble === undefined ? {} : { trouble }) }
      : { trouble: notOfApi };
  return {
    ...rest,
    about,
    kind,
    request,
    ...outcome,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(durationMs === undefined ? {} : { durationMs }),
  };
}

/** Why an answer says nothing of the API: nobody can send a recorded request again. */
function troubleIn(answer: Answer): Trouble | undefined {
  if (answer.status === 429)
    return { kind: 'rate-limited', message: 'the answer was 429: the rate limit was spent' };
  return intermediaryIn(answer)?.trouble;
}
