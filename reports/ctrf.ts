import type { Json } from '../contracts/expectation.ts';
import type { JsonObject } from '../contracts/pointer.ts';
import type { Report, RequirementResult } from '../verdicts/report.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import { evidence, type Evidence } from './evidence.ts';
import { jsonText } from './json-text.ts';
import { resultDetails } from './result-details.ts';
import { timeSpent } from './time-spent.ts';

/** The version of the Common Test Report Format that is written. */
const SPEC_VERSION = '0.0.0';

/** A warning is `other`: neither passed nor failed, and so it neither hides nor breaks a build. */
const STATUSES = {
  passed: 'passed',
  unobserved: 'passed',
  waived: 'passed',
  warned: 'other',
  failed: 'failed',
  errored: 'failed',
  'not-exercised': 'skipped',
} as const satisfies Record<Verdict, string>;

/** The report in the Common Test Report Format (CTRF): a test a requirement, its verdict as the raw status. */
export function renderCtrf(report: Report): string {
  const found = evidence(report);
  const start = Date.parse(report.startedAt);
  const count = (status: string): number =>
    report.requirements.filter(({ verdict }) => STATUSES[verdict] === status).length;
  return jsonText({
    reportFormat: 'CTRF',
    specVersion: SPEC_VERSION,
    timestamp: new Date(start + report.durationMs).toISOString(),
    generatedBy: `${report.suite.name} ${report.suite.version}`,
    results: {
      tool: { name: report.suite.name, version: report.suite.version },
      summary: {
        tests: report.requirements.length,
        passed: count('passed'),
        failed: count('failed'),
        skipped: count('skipped'),
        pending: 0,
        other: count('other'),
        suites: new Set(report.requirements.map(({ area }) => area)).size,
        start,
        stop: start + report.durationMs,
        duration: report.durationMs,
      },
      tests: report.requirements.map((result) => testOf(found, result)),
      environment: {
        appName: report.target.url,
        testEnvironment: report.target.kind,
        extra: { seed: report.seed, depth: report.depth, reproduce: report.reproduce },
      },
    },
  });
}

function testOf(found: Evidence, result: RequirementResult): Json {
  const { area, id, level, title, verdict } = result;
  return {
    name: `${level} ${id}: ${title}`,
    status: STATUSES[verdict],
    duration: Math.round(timeSpent(found, result.cases)),
    suite: [area],
    rawStatus: verdict,
    tags: [level],
    type: 'contract',
    ...said(found, result),
    extra: { requirement: id },
  };
}

function said(found: Evidence, result: RequirementResult): JsonObject {
  const { findings, reason, verdict } = result;
  if (verdict === 'passed') return {};
  const message = findings[0]?.message ?? reason;
  return verdict === 'not-exercised' || verdict === 'unobserved'
    ? { message }
    : { message, trace: resultDetails(found, result) };
}
