import { createHash } from 'node:crypto';

import { readRecording, type Reading, type Source } from '../../recordings/read-recording.ts';
import type { Requirement } from '../../contracts/requirement.ts';
import { Redactor } from '../../driver/redaction.ts';
import type { Report } from '../../verdicts/report.ts';
import { describeSuite, resultsOf } from '../results.ts';
import type { RunFacts } from '../assemble-report.ts';
import { AuditTotals } from './audit-totals.ts';
import { Docket } from './docket.ts';
import { RecordedRequirements } from './recorded-requirements.ts';
import { RecordingAudit, type AuditScope } from './recording-audit.ts';

/** What a phase of a run sent, where nothing was. */
const NOTHING = { cases: 0, requests: 0, hash: createHash('sha256').digest('hex') };

/** What an audit judges by, and of when. */
export interface AuditOptions extends Omit<AuditScope, 'requirements'> {
  readonly requirements: readonly Requirement[];
}

/** Judges recordings one after the other, in memory that does not grow with them. */
export class Audit {
  readonly totals = new AuditTotals();
  private readonly scope: AuditScope;
  private readonly docket: Docket;
  private readonly digest = createHash('sha256');

  constructor({ requirements, ...dates }: AuditOptions) {
    this.scope = { ...dates, requirements: new RecordedRequirements(requirements) };
    this.docket = new Docket(requirements);
    for (const { id, exercisedBy } of requirements) {
      // A recording does not tell who asked; only what was asked and answered.
      if (exercisedBy.kind === 'credentials') {
        this.docket.tally.explain(id, 'recordings do not keep the credentials that a request carried');
      }
    }
  }

  /** Reads one recording and judges every exchange in it that concerns actions. */
  add(file: string, source: Source): void {
    const { totals } = this;
    totals.files.given += 1;
    totals.bytes += source.size;
    const recording = { file, caseId: createHash('sha256').update(file).digest('hex').slice(0, 12) };
    const audit = new RecordingAudit(recording, this.scope, this.docket, totals);
    const before = totals.skippedTotal;
    const readings = readRecording(source);
    let next = readings.next();
    for (; next.done !== true; next = readings.next()) this.take(file, next.value, audit);
    const { entries, unreadable } = next.value;
    totals.entries += entries;
    if (audit.judged > 0) totals.files.relevant += 1;
    const brokenOnly = entries > 0 && entries === totals.skippedTotal - before;
    if (unreadable !== undefined || brokenOnly) totals.files.unreadable += 1;
    if (unreadable !== undefined) totals.skip({ file, reason: unreadable });
    else if (audit.judged === 0 && totals.skippedTotal === before) {
      totals.skip({ file, reason: 'it has no exchange about actions that is to be judged' });
    }
  }

  /** Notes a file that could not be opened or read at all. */
  noteUnreadable(file: string, reason: string): void {
    this.totals.files.given += 1;
    this.totals.files.unreadable += 1;
    this.totals.skip({ file, reason });
  }

  /** Everything that was found out, as the one value that every report is rendered from. */
  report({ suite, only, reproduce, startedAt }: Omit<RunFacts, 'targetKind'>, now: number): Report {
    const { totals, docket, scope } = this;
    const { files, entries, bytes, formats, operations, outside, undated, skipped, skippedTotal } = totals;
    const [tenant = 'https://recording.invalid', ...others] = totals.tenants();
    const exchanges = docket.exchanges();
    const cases = Map.groupBy(exchanges, (exchange) => exchange.case);
    const results = resultsOf(docket.tally, new Redactor());
    return {
      schemaVersion: '1.0',
      suite: describeSuite(suite),
      target: {
        url: tenant,
        kind: others.length === 0 ? 'recorded' : `recorded, and ${others.length} more`,
      },
      startedAt: new Date(startedAt).toISOString(),
      durationMs: Math.round(now - startedAt),
      seed: 0,
      depth: 'passive',
      only,
      planHash: this.digest.copy().digest('hex'),
      ...results,
      // What recorders keep or leave out is chance: only the deviations are evidence.
      diagnosis: [],
      requirements: results.requirements.map((result) => ({
        ...result,
        cases: result.cases.filter((id) => cases.has(id)),
      })),
      requests: { total: totals.judged, ...totals.spending.byKind },
      phases: { corpus: NOTHING, edges: NOTHING, exploration: NOTHING, lifecycle: NOTHING, pacts: NOTHING },
      actions: { created: totals.created, deleted: totals.deleted, leftOver: 0 },
      interactions: [],
      // An audit tells what deviates, documented or not, with when it was seen and how often.
      drift: { undocumented: [], unseen: [] },
      cases: [...cases].map(([id, of]) => ({
        id,
        title: of[0]?.recorded?.file ?? id,
        phase: 'recorded',
        exchanges: of.map((exchange) => exchange.id),
      })),
      exchanges,
      reproduce,
      audit: {
        files,
        entries,
        bytes,
        formats,
        operations,
        outside,
        undated,
        ...(scope.since === undefined ? {} : { since: scope.since }),
        ...(scope.until === undefined ? {} : { until: scope.until }),
        deviations: docket.deviations.list(),
        skipped,
        skippedTotal,
      },
    };
  }

  private take(file: string, reading: Reading, audit: RecordingAudit): void {
    if (reading.kind === 'trouble') {
      const { entry, reason } = reading;
      this.totals.skip({ file, ...(entry === undefined ? {} : { entry }), reason });
      return;
    }
    const { entry, format, pair } = reading;
    const { request, answer } = pair;
    this.digest.update(JSON.stringify([file, entry, request.method, request.url, answer?.status]));
    this.digest.update(answer?.text ?? '');
    audit.add(entry, format, pair);
  }
}
