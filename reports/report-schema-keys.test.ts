import { expect, test } from 'vitest';
import type { About, Draw, Fault } from '../contracts/case.ts';
import type { AuditSummary, Deviation, Skipped } from '../verdicts/audit-summary.ts';
import type { Drift, Undocumented, Unseen } from '../drift/drift.ts';
import type {
  Diagnosis,
  PhaseSummary,
  Rejudged,
  ActionAccount,
  Report,
  ReportedCase,
  ReportedCause,
  ReportedExchange,
  ReportedFinding,
  ReportedInteraction,
  ReportedWaiver,
  RequirementResult,
  SelfValidation,
  Shard,
} from '../verdicts/report.ts';
import schema from './report.schema.json' with { type: 'json' };

/** Every key of a type with whether it must be there: one key more or less does not compile. */
type Keys<T> = { readonly [K in keyof T]-?: undefined extends T[K] ? false : true };

type Request = ReportedExchange['request'];
type Answer = NonNullable<ReportedExchange['answer']>;
const named = schema.$defs;

function keysOf<T>(keys: Keys<T>): Keys<T> {
  return keys;
}

const DIAGNOSIS = { id: true, cause: true, next: true, requirements: true } as const;

const SHAPES: readonly (readonly [
  name: string,
  shape: { readonly properties: object; readonly required: readonly string[] },
  keys: Readonly<Record<string, boolean>>,
])[] = [
  [
    'report',
    schema,
    keysOf<Report>({
      schemaVersion: true,
      suite: true,
      target: true,
      startedAt: true,
      durationMs: true,
      seed: true,
      depth: true,
      only: true,
      planHash: true,
      shard: false,
      verdict: true,
      summary: true,
      diagnosis: true,
      counts: true,
      requests: true,
      phases: true,
      actions: true,
      waivers: true,
      requirements: true,
      interactions: true,
      drift: true,
      cases: true,
      exchanges: true,
      reproduce: true,
      rejudged: false,
      audit: false,
    }),
  ],
  ['rejudged', named.rejudged, keysOf<Rejudged>({ at: true, suite: true, changes: true })],
  [
    'audit',
    named.audit,
    keysOf<AuditSummary>({
      files: true,
      entries: true,
      bytes: true,
      formats: true,
      operations: true,
      outside: true,
      undated: true,
      since: false,
      until: false,
      deviations: true,
      skipped: true,
      skippedTotal: true,
    }),
  ],
  [
    'deviation',
    named.deviation,
    keysOf<Deviation>({
      by: true,
      cause: true,
      level: false,
      waiver: false,
      operation: true,
      message: true,
      path: true,
      values: true,
      count: true,
      of: true,
      files: true,
      first: false,
      last: false,
      exchange: true,
    }),
  ],
  ['skipped', named.skipped, keysOf<Skipped>({ file: true, entry: false, reason: true })],
  [
    'suite',
    named.suite,
    keysOf<Report['suite']>({ name: true, version: true, catalogueDigest: true, selfValidation: false }),
  ],
  [
    'selfValidation',
    named.selfValidation,
    keysOf<SelfValidation>({
      mutants: true,
      killed: true,
      falseAlarms: true,
      medianRequestsToFirstKill: true,
    }),
  ],
  ['target', named.target, keysOf<Report['target']>({ url: true, kind: true })],
  ['drawn', named.drawn, keysOf<Draw>({ seed: true, path: true })],
  [
    'phases',
    named.phases,
    keysOf<Report['phases']>({ corpus: true, edges: true, exploration: true, lifecycle: true, pacts: true }),
  ],
  ['phaseSummary', named.phaseSummary, keysOf<PhaseSummary>({ cases: true, requests: true, hash: true })],
  ['counts', named.counts, keysOf<Report['counts']>({ MUST: true, SHOULD: true, MAY: true, all: true })],
  [
    'requests',
    named.requests,
    keysOf<Report['requests']>({
      total: true,
      create: true,
      probe: true,
      read: true,
      update: true,
      deploy: true,
      cleanup: true,
      token: true,
      pact: true,
    }),
  ],
  [
    'actions',
    named.actions,
    keysOf<ActionAccount>({ created: true, deleted: true, leftOver: true, unknown: false, trouble: false }),
  ],
  [
    'waiver',
    named.waiver,
    keysOf<ReportedWaiver>({ name: true, requirement: true, reason: true, findings: true }),
  ],
  [
    'requirement',
    named.requirement,
    keysOf<RequirementResult>({
      id: true,
      area: true,
      level: true,
      title: true,
      source: true,
      verdict: true,
      baseline: true,
      reason: true,
      cases: true,
      observations: true,
      unanswered: true,
      notes: true,
      causes: true,
      findings: true,
      findingsTotal: true,
    }),
  ],
  [
    'cause',
    named.cause,
    keysOf<ReportedCause>({
      cause: true,
      waiver: false,
      message: true,
      path: true,
      cases: true,
      times: true,
    }),
  ],
  ['shard', named.shard, keysOf<Shard>({ index: true, count: true })],
  [
    'finding',
    named.finding,
    keysOf<ReportedFinding>({
      cause: true,
      message: true,
      path: true,
      expected: true,
      actual: true,
      exchange: true,
      case: true,
      phase: true,
      waiver: false,
    }),
  ],
  ['drift', named.drift, keysOf<Drift>({ undocumented: true, unseen: true })],
  [
    'undocumented',
    named.undocumented,
    keysOf<Undocumented>({
      id: true,
      kind: true,
      message: true,
      operation: true,
      path: true,
      observed: true,
      exchange: true,
      waiver: false,
      patch: true,
    }),
  ],
  ['patch', named.patch, keysOf<Undocumented['patch']>({ file: true, operations: true })],
  ['unseen', named.unseen, keysOf<Unseen>({ id: true, kind: true, message: true })],
  [
    'case',
    named.case,
    keysOf<ReportedCase>({ id: true, title: true, phase: true, drawn: false, exchanges: true, twin: false }),
  ],
  ['diagnosis', named.diagnosis, keysOf<Diagnosis>(DIAGNOSIS)],
  [
    'interaction',
    named.interaction,
    keysOf<ReportedInteraction>({
      consumer: true,
      provider: true,
      title: true,
      requirements: true,
      outcome: true,
      reason: true,
      mismatches: true,
      exchange: false,
    }),
  ],
  [
    'mismatch',
    named.mismatch,
    keysOf<ReportedInteraction['mismatches'][number]>({ path: true, message: true }),
  ],
  [
    'exchange',
    named.exchange,
    keysOf<ReportedExchange>({
      id: true,
      case: true,
      kind: true,
      about: true,
      startedAt: false,
      durationMs: false,
      recorded: false,
      request: true,
      answer: false,
      trouble: false,
      curl: true,
    }),
  ],
  [
    'about',
    named.about,
    keysOf<About>({
      operation: true,
      credentials: true,
      choices: true,
      fault: false,
      wire: false,
      at: false,
      smallest: false,
    }),
  ],
  [
    'fault',
    named.fault,
    keysOf<Fault>({ at: true, operator: true, keyword: true, property: false, before: false, after: false }),
  ],
  ['stage', named.stage, keysOf<NonNullable<About['at']>>({ sequence: true, step: true })],
  ['request', named.request, keysOf<Request>({ method: true, url: true, headers: true, body: false })],
  ['answer', named.answer, keysOf<Answer>({ status: true, headers: true, body: true })],
  ['trouble', named.trouble, keysOf<NonNullable<ReportedExchange['trouble']>>({ kind: true, message: true })],
];

test.each(SHAPES)('%s has the same keys in the schema and in the type', (_, shape, keys) => {
  expect(Object.keys(shape.properties)).toEqual(Object.keys(keys));
  expect(shape.required).toEqual(Object.keys(keys).filter((key) => keys[key]));
});
