import type { Json } from '../contracts/expectation.ts';
import type { Level } from '../contracts/requirement.ts';
import type { Report, ReportedExchange, ReportedFinding, RequirementResult } from '../verdicts/report.ts';
import { evidence } from './evidence.ts';
import { jsonText } from './json-text.ts';
import { plainFinding } from './plain-finding.ts';
import { lineOf } from './sarif/line-of.ts';
import { placeOfFinding } from './sarif/place-of-finding.ts';
import { webRequest, webResponse } from './sarif/web.ts';
import { sourceWords } from './source-words.ts';
import { visible } from './visible.ts';

const LEVELS: Readonly<Record<Level, string>> = { MUST: 'error', SHOULD: 'warning', MAY: 'note' };

/** Base of the paths in {@link renderSarif}: the folder that holds `contracts`. */
const ROOT = 'SRCROOT';

/**
 * The findings as SARIF 2.1.0: a rule a requirement, a result a finding, at the line of the contract's schema that says
 * what is broken. A known deviation is suppressed and says why.
 */
export function renderSarif(report: Report): string {
  const { requirements, suite } = report;
  const exchanges = evidence(report).exchanges;
  const results = requirements.flatMap((result, ruleIndex) =>
    result.findings.map((finding) =>
      resultOf(report, { result, ruleIndex, finding, exchange: exchanges.get(finding.exchange) }),
    ),
  );
  return jsonText({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: suite.name, version: suite.version, rules: requirements.map(ruleOf) } },
        invocations: [
          {
            commandLine: report.reproduce,
            executionSuccessful: requirements.every(({ verdict }) => verdict !== 'errored'),
            startTimeUtc: report.startedAt,
            endTimeUtc: new Date(Date.parse(report.startedAt) + report.durationMs).toISOString(),
          },
        ],
        originalUriBaseIds: {
          [ROOT]: { description: { text: 'The folder that holds the contract, `contracts/`.' } },
        },
        automationDetails: { id: `${suite.name}/${report.target.url}` },
        results,
        properties: { target: report.target.url, seed: report.seed, depth: report.depth },
      },
    ],
  });
}

function ruleOf({ area, id, level, source, title }: RequirementResult): Json {
  const { kind, place, link } = sourceWords(source);
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: `${level}: ${title}. Source: ${kind}, ${place}, read ${source.read}.` },
    ...(link === undefined ? {} : { helpUri: link }),
    defaultConfiguration: { level: LEVELS[level] },
    properties: { tags: [area, level] },
  };
}

interface Found {
  readonly result: RequirementResult;
  readonly ruleIndex: number;
  readonly finding: ReportedFinding;
  readonly exchange: ReportedExchange | undefined;
}

function resultOf({ waivers }: Report, { exchange, finding, result, ruleIndex }: Found): Json {
  const { at, file } = placeOfFinding(result.id, finding);
  const waiver = waivers.find(({ name }) => name === finding.waiver);
  return {
    ruleId: result.id,
    ruleIndex,
    level: LEVELS[result.level],
    message: { text: visible(plainFinding(finding, exchange)) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: `contracts/schemas/${file}.json`, uriBaseId: ROOT },
          region: { startLine: lineOf(file, at) },
        },
        logicalLocations: [{ fullyQualifiedName: visible(finding.path), kind: 'member' }],
      },
    ],
    partialFingerprints: { 'cause/v1': finding.cause },
    ...(finding.waiver === undefined
      ? {}
      : { suppressions: [{ kind: 'external', justification: waiver?.reason ?? finding.waiver }] }),
    ...(exchange === undefined
      ? {}
      : { webRequest: webRequest(exchange), webResponse: webResponse(exchange) }),
  };
}
