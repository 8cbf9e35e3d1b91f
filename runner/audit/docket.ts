import type { Requirement } from '../../contracts/requirement.ts';
import { waivers } from '../../contracts/waivers.ts';
import type { Exchange } from '../../driver/exchange.ts';
import type { Redactor } from '../../driver/redaction.ts';
import { Deviations, type Sighting } from '../../verdicts/deviations.ts';
import type { ReportedExchange } from '../../verdicts/report.ts';
import { Tally } from '../../verdicts/tally.ts';
import { originOf } from '../origin-of.ts';
import { reportedExchange } from '../reported-exchange.ts';
import { maskSecrets } from './mask-secrets.ts';
import type { Judged } from './recording-judge.ts';

/** Exchanges that are kept before those are dropped that nothing points to any more. */
const MOST_KEPT = 500;

/** Where and when an exchange was recorded. */
export interface Sight {
  readonly exchange: Exchange;
  readonly file: string;
  /** ISO date and time, where it is known. */
  readonly at?: string;
}

/** Books what an audit judges, in memory that does not grow with the traffic: exchanges are kept only as evidence. */
export class Docket {
  readonly tally: Tally;
  readonly deviations = new Deviations();
  /** Exchanges that something pointed to when it was booked. */
  private readonly shown = new Set<string>();
  private readonly kept = new Map<string, ReportedExchange>();

  constructor(requirements: readonly Requirement[]) {
    this.tally = new Tally(requirements, waivers);
  }

  /** Books a judgement under its requirement. */
  book({ requirement, judgement }: Judged, sight: Sight): void {
    const { id, level } = requirement;
    const { exchange } = sight;
    const booked = this.tally.record(id, originOf(exchange, 'recorded'), judgement);
    const { operation } = exchange.about;
    if (judgement.outcome === 'held' || judgement.outcome === 'broken') this.deviations.count(operation, id);
    for (const { finding, news } of booked) {
      const { cause, message, path, actual, waiver } = finding;
      if (news !== 'none') this.shown.add(exchange.id);
      this.note(sight, { by: 'target', cause, message, path, basis: id, level, ...named(waiver) }, actual);
    }
  }

  /** Notes one deviation that an exchange shows. */
  note(
    { exchange, file, at }: Sight,
    seen: Omit<Sighting, 'operation' | 'exchange' | 'file' | 'value' | 'at'>,
    value: string,
  ): void {
    const { operation } = exchange.about;
    const isNew = this.deviations.note({
      ...seen,
      operation,
      exchange: exchange.id,
      file,
      value,
      ...(at === undefined ? {} : { at }),
    });
    if (isNew) this.shown.add(exchange.id);
  }

  /** Keeps an exchange where something points to it. */
  keepIfShown(exchange: Exchange, redactor: Redactor): void {
    if (!this.shown.has(exchange.id)) return;
    const { request, answer } = exchange;
    const masked: Exchange = {
      ...exchange,
      request: { ...request, ...(request.body === undefined ? {} : { body: maskSecrets(request.body) }) },
      ...(answer === undefined ? {} : { answer: { ...answer, text: maskSecrets(answer.text) } }),
    };
    this.kept.set(exchange.id, reportedExchange(masked, redactor));
    if (this.kept.size > MOST_KEPT) this.prune();
  }

  /** The exchanges that findings and deviations point to, in the order in which they were judged. */
  exchanges(): readonly ReportedExchange[] {
    this.prune();
    return [...this.kept.values()];
  }

  /** A smaller example takes the place of an earlier one. */
  private prune(): void {
    const accounts = [...this.tally.accounts.values()];
    const shown = new Set(
      accounts.flatMap(({ findings }) => [...findings.values()].map(({ finding }) => finding.exchange)),
    );
    for (const id of this.kept.keys()) {
      if (shown.has(id) || this.deviations.shows(id)) continue;
      this.kept.delete(id);
      this.shown.delete(id);
    }
  }
}

const named = (waiver: string | undefined) => (waiver === undefined ? {} : { waiver });
