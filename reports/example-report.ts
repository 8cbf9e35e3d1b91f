import type { RequestKind } from '../contracts/case.ts';
import { areaOf, type Level } from '../contracts/requirement.ts';
import type {
  Diagnosis,
  Report,
  ReportedCause,
  ReportedExchange,
  ReportedInteraction,
  ReportedFinding,
  RequirementResult,
} from '../verdicts/report.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import { exampleDrift } from './example-drift.ts';
import { exampleCases, exampleExchanges } from './example-exchanges.ts';

const REPEATED_NAME = 'repeated-name-accepted';

/** A result as it would be of a requirement that held, with what differs. */
export function exampleResult(
  id: string,
  level: Level,
  title: string,
  differing: Partial<RequirementResult> = {},
): RequirementResult {
  return {
    id,
    area: areaOf(id),
    level,
    title,
    source: { in: 'page', part: 'Body > name', read: '2026-11-22' },
    verdict: 'passed',
    baseline: 'passed',
    reason: 'every exchange that bears on it kept it',
    cases: ['valid-1'],
    observations: 3,
    unanswered: 0,
    notes: [],
    causes: [],
    findings: [],
    findingsTotal: 0,
    ...differing,
  };
}

const causeOf = ({ cause, waiver, message, path, case: of }: ReportedFinding): ReportedCause => ({
  cause,
  ...(waiver === undefined ? {} : { waiver }),
  message,
  path,
  cases: [of],
  times: 1,
});

function broken(verdict: Verdict, finding: ReportedFinding): Partial<RequirementResult> {
  return {
    verdict,
    baseline: verdict,
    reason: 'an exchange broke it',
    cases: [finding.case],
    observations: 1,
    causes: [causeOf(finding)],
    findings: [finding],
    findingsTotal: 1,
  };
}

const REQUIREMENTS: readonly RequirementResult[] = [
  exampleResult('auth.none', 'MUST', 'refuses a create without credentials'),
  exampleResult('request.name.required', 'MUST', 'refuses an action without a `name`', {
    ...broken('failed', {
      cause: 'request.name.required:status:2xx',
      message: 'expected the body to be refused with 4xx, and it was answered with 201',
      path: 'status',
      expected: '400 to 499',
      actual: '201',
      exchange: 'x2',
      case: 'no-name',
      phase: 'edges',
    }),
    notes: ['the action that came of it was deleted'],
    findingsTotal: 3,
  }),
  exampleResult('request.name.repeated', 'MAY', 'tells what it does with a repeated `name`', {
    ...broken('waived', {
      cause: 'request.name.repeated:status:2xx',
      message: 'the second create was accepted',
      path: 'status',
      expected: '409',
      actual: '201',
      exchange: 'x1',
      case: 'valid-1',
      phase: 'edges',
      waiver: REPEATED_NAME,
    }),
    source: {
      in: 'openapi',
      pointer: '/components/schemas/CreateActionRequestContent/properties/name',
      read: '2026-11-22',
    },
  }),
  exampleResult('http.content-type', 'SHOULD', 'refuses a body whose `content-type` it does not document', {
    ...broken('warned', {
      cause: 'http.content-type:status:5xx',
      message: 'a text/plain body was answered with 500',
      path: 'status',
      expected: '400 to 499',
      actual: '500',
      exchange: 'x3',
      case: 'text-plain',
      phase: 'edges',
    }),
    source: { in: 'recorded', fact: 'an unknown route answered 404', read: '2026-11-22' },
  }),
  exampleResult('answer.action.built_at', 'MUST', '`built_at`, if present, is a date-time string', {
    source: { in: 'standard', document: 'RFC 3339', section: '5.6', read: '2026-11-22' },
    verdict: 'unobserved',
    baseline: 'unobserved',
    reason: 'nothing contradicted it: none of 4 answers showed it',
    observations: 0,
    cases: [],
  }),
  exampleResult('lifecycle.deploy', 'MUST', 'deploys an action that was built', {
    verdict: 'not-exercised',
    reason: 'the budget of requests was spent',
    cases: [],
    observations: 0,
  }),
  exampleResult('answer.times', 'SHOULD', 'answers times in order', {
    verdict: 'errored',
    reason: 'the judge threw: RangeError: Invalid time value',
  }),
];

/** One of each outcome; the titles hold what careless renderers trip over. */
const INTERACTIONS: readonly ReportedInteraction[] = [
  {
    consumer: 'deploy-tool',
    provider: 'auth0-actions',
    title: 'a create with only what is required (given a client may create actions)',
    requirements: ['request.name.required'],
    outcome: 'verified',
    reason: 'the answer is what the consumer relies on',
    mismatches: [],
    exchange: 'x1',
  },
  {
    consumer: 'deploy-tool',
    provider: 'auth0-actions',
    title: 'a read of an action',
    requirements: ['lifecycle.deploy', 'answer.unknown'],
    outcome: 'failed',
    reason: 'the answer is not what the consumer relies on: /status: is missing, and 1 more',
    mismatches: [
      { path: '/status', message: 'is missing' },
      { path: '', message: 'expected an object' },
    ],
    exchange: 'x2',
  },
  {
    consumer: 'sdk',
    provider: 'auth0-actions',
    title: 'a create when the rate limit is spent',
    requirements: [],
    outcome: 'not-exercised',
    reason: 'the target tells no rate limit that could be spent',
    mismatches: [],
  },
];

/** A small report that holds every verdict, with whatever shall differ. */
export function exampleReport(differing: Partial<Report> = {}): Report {
  const requirements = differing.requirements ?? REQUIREMENTS;
  const exchanges = differing.exchanges ?? exampleExchanges;
  return {
    schemaVersion: '1.0',
    suite: {
      name: 'actions-conformance',
      version: '0.1.0',
      catalogueDigest: 'c0ffee42'.repeat(8),
      selfValidation: { mutants: 432, killed: 432, falseAlarms: 0, medianRequestsToFirstKill: 8 },
    },
    target: { url: 'http://127.0.0.1:4010', kind: 'embedded mock (documented)' },
    startedAt: '2026-11-23T02:00:00.000Z',
    durationMs: 83_400,
    seed: 42,
    depth: 'standard',
    only: [],
    planHash: 'decade15'.repeat(8),
    verdict: 'not-conformant',
    summary: '1 MUST was broken and 1 could not be shown.',
    diagnosis: diagnosisOf(requirements),
    counts: {
      MUST: tally(requirements, 'MUST'),
      SHOULD: tally(requirements, 'SHOULD'),
      MAY: tally(requirements, 'MAY'),
      all: tally(requirements),
    },
    requests: { total: exchanges.length, ...kinds(exchanges) },
    phases: {
      corpus: { cases: 0, requests: 0, hash: 'e3b0c442'.repeat(8) },
      edges: { cases: 4, requests: exchanges.length, hash: 'decade15'.repeat(8) },
      exploration: { cases: 0, requests: 0, hash: 'e3b0c442'.repeat(8) },
      lifecycle: { cases: 0, requests: 0, hash: 'e3b0c442'.repeat(8) },
      pacts: { cases: 0, requests: 0, hash: 'e3b0c442'.repeat(8) },
    },
    actions: { created: 2, deleted: 2, leftOver: 0 },
    waivers: [
      {
        name: REPEATED_NAME,
        requirement: 'request.name.repeated',
        reason: 'real tenants accept a second action of the same name',
        findings: 1,
      },
    ],
    requirements,
    interactions: INTERACTIONS,
    drift: exampleDrift,
    cases: exampleCases,
    exchanges,
    reproduce: 'npx actions-conformance run --target http://127.0.0.1:4010 --seed 42',
    ...differing,
  };
}

/** The cause that explains what is broken in the example, where it is. */
function diagnosisOf(results: readonly RequirementResult[]): readonly Diagnosis[] {
  const explained = results
    .filter(({ verdict }) => verdict === 'failed' || verdict === 'warned')
    .map(({ id }) => id);
  if (explained.length === 0) return [];
  return [
    {
      id: 'refuses-nothing',
      cause: 'It refuses nothing: it accepted all 3 invalid bodies that were sent.',
      next: 'Validate the body by the `schema` of the API.',
      requirements: explained,
    },
  ];
}

function tally(results: readonly RequirementResult[], level?: Level): Record<Verdict, number> {
  const counts = {
    'not-exercised': 0,
    unobserved: 0,
    passed: 0,
    waived: 0,
    warned: 0,
    failed: 0,
    errored: 0,
  };
  for (const result of results) {
    if (level === undefined || result.level === level) counts[result.verdict] += 1;
  }
  return counts;
}

function kinds(exchanges: readonly ReportedExchange[]): Record<RequestKind, number> {
  const counts = { create: 0, probe: 0, read: 0, update: 0, deploy: 0, cleanup: 0, token: 0, pact: 0 };
  for (const { kind } of exchanges) counts[kind] += 1;
  return counts;
}
