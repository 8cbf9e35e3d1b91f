import { styleText } from 'node:util';
import type { AuditSummary, Deviation } from '../verdicts/audit-summary.ts';
import type { Report, RequirementResult } from '../verdicts/report.ts';
import { amount } from './amount.ts';
import { broken } from './broken.ts';
import { changeWords } from './change-words.ts';
import { clip } from './clip.ts';
import { auditWords, sightingWords, weightWords } from './deviation-words.ts';
import { causesById, causeWords, type NumberedCause } from './diagnosis-words.ts';
import { diagnosisLines } from './diagnosis-console.ts';
import { duration } from './duration.ts';
import { evidence, type Evidence } from './evidence.ts';
import { ledHere } from './led-here.ts';
import { interactionsSummary } from './interaction-words.ts';
import { actionsSpent, requestsSpent } from './spending.ts';
import { unexercisedMusts } from './unexercised.ts';
import { OVERALL_WORDS, VERDICT_WORDS } from './verdict-words.ts';
import { visibleLine } from './visible.ts';

/** How the end of a run is shown. */
export interface ConsoleOptions {
  readonly colour: boolean;
  /** Paths of the files that the report was written to. */
  readonly files: readonly string[];
}

type Paint = (style: 'bold' | 'dim' | 'red' | 'green' | 'yellow', text: string) => string;

const MOST_BROKEN = 5;
const LEAST_BROKEN = 2;
const MOST_REASONS = 3;
const MOST_DEVIATIONS = 30;
const LONGEST_LINE = 200;
/** A longer line would push the rest off the screen, and half of it could not be run. */
const LONGEST_CURL = 600;

/** The one screen at the end of a run. Nothing that the target sent can steer the terminal. */
export function renderConsole(report: Report, options: ConsoleOptions): string {
  const paint: Paint = (style, text) =>
    options.colour ? styleText(style, text, { validateStream: false }) : text;
  return [
    ...verdict(report, paint),
    ...(report.audit === undefined
      ? [...diagnosisLines(report, paint), ...brokenLines(report, paint), ...unexercisedLines(report, paint)]
      : auditLines(report.audit, paint)),
    '',
    ...pactLines(report, paint),
    ...waiverLines(report),
    ...rejudgedLines(report),
    report.audit === undefined
      ? `Spent: ${requestsSpent(report)}; ${actionsSpent(report)}; ${duration(report.durationMs)}`
      : `Audited: ${auditWords(report.audit)}; ${duration(report.durationMs)}`,
    ...options.files.map((file, index) => `${index === 0 ? 'Report:' : '       '} ${line(file)}`),
    '',
  ].join('\n');
}

/** Every distinct deviation on a line: a summary over thousands of files stays one screen as long as it can. */
function auditLines({ deviations }: AuditSummary, paint: Paint): readonly string[] {
  const sides = [
    ['Answers that depart from the document:', 'target'],
    ['Requests that depart from the document:', 'client'],
  ] as const;
  return sides.flatMap(([heading, side]) => {
    const lines = deviations.filter(({ by }) => by === side).map((each) => deviationLine(each, paint));
    const rest = lines.length - MOST_DEVIATIONS;
    return lines.length === 0
      ? []
      : [
          '',
          paint('bold', heading),
          ...lines.slice(0, MOST_DEVIATIONS),
          ...(rest > 0 ? [`  and ${rest} more in the report`] : []),
        ];
  });
}

function deviationLine(deviation: Deviation, paint: Paint): string {
  const weight = weightWords(deviation);
  const colour = weight === 'MUST' ? 'red' : weight === 'SHOULD' || weight === 'client' ? 'yellow' : 'dim';
  return `  ${paint(colour, weight.padEnd(6))} ${line(`${deviation.message}: ${sightingWords(deviation)}`)}`;
}

function verdict(report: Report, paint: Paint): readonly string[] {
  const colour = ({ conformant: 'green', 'not-conformant': 'red', partial: 'yellow' } as const)[
    report.verdict
  ];
  const only = report.only.length === 0 ? '' : `, only ${report.only.join(' ')}`;
  return [
    `${paint(colour, paint('bold', OVERALL_WORDS[report.verdict]))}. ${line(report.summary)}`,
    paint(
      'dim',
      line(
        `${report.target.url} (${report.target.kind})${
          report.audit === undefined ? `, ${report.depth}, seed ${report.seed}` : ''
        }${only}`,
      ),
    ),
  ];
}

function brokenLines(report: Report, paint: Paint): readonly string[] {
  const results = broken(report);
  // What is told by its cause already makes room for the causes.
  const most = Math.max(LEAST_BROKEN, MOST_BROKEN - report.diagnosis.length);
  const rest = results.length - most;
  const found = evidence(report);
  const causes = causesById(report);
  return [
    ...results.slice(0, most).flatMap((result) => brokenOne(result, causes.get(result.id), found, paint)),
    ...(rest > 0 ? ['', `and ${rest} more in the report`] : []),
  ];
}

function brokenOne(
  result: RequirementResult,
  cause: NumberedCause | undefined,
  found: Evidence,
  paint: Paint,
): readonly string[] {
  const colour = result.verdict === 'warned' ? 'yellow' : 'red';
  const finding = result.findings[0];
  const exchange = finding && found.exchanges.get(finding.exchange);
  const body = exchange?.request.body;
  const before = finding === undefined ? '' : ledHere(finding, found);
  return [
    '',
    `${paint(colour, VERDICT_WORDS[result.verdict].label)} ${result.level} ${paint('bold', line(result.id))} ${line(result.title)}${causeWords(cause)}`,
    `  ${line(finding?.message ?? result.reason)}`,
    ...(body === undefined || body === '' ? [] : [paint('dim', `  body: ${line(body)}`)]),
    ...(before === '' ? [] : [paint('dim', `  after: ${line(before)}`)]),
    ...(exchange === undefined ? [] : [paint('dim', `  ${curlLine(exchange.curl)}`)]),
  ];
}

function unexercisedLines(report: Report, paint: Paint): readonly string[] {
  const groups = [...unexercisedMusts(report)];
  if (groups.length === 0) return [];
  const rest = groups.slice(MOST_REASONS).reduce((sum, [, results]) => sum + results.length, 0);
  return [
    '',
    paint('yellow', 'MUSTs that nothing could show:'),
    ...groups
      .slice(0, MOST_REASONS)
      .map(([reason, results]) => line(`  ${results.length} × ${reason} (${ids(results)})`)),
    ...(rest > 0 ? [`  ${rest} × other reasons`] : []),
  ];
}

function rejudgedLines({ rejudged }: Report): readonly string[] {
  if (rejudged === undefined) return [];
  const { changes } = rejudged;
  return [
    `Judged again: ${amount(changes.length, 'verdict')} changed`,
    ...changes.map((change) => line(`  ${changeWords(change)}`)),
  ];
}

function pactLines(report: Report, paint: Paint): readonly string[] {
  if (report.interactions.length === 0) return [];
  const failed = report.interactions.filter(({ outcome }) => outcome === 'failed');
  const rest = failed.length - MOST_BROKEN;
  const unexercised = report.interactions.filter(({ outcome }) => outcome === 'not-exercised');
  const reasons = [...Map.groupBy(unexercised, ({ reason }) => reason)];
  return [
    line(`Consumers: ${interactionsSummary(report)}`),
    ...failed
      .slice(0, MOST_BROKEN)
      .map(
        ({ consumer, reason, title }) =>
          `  ${paint('red', 'failed')} ${line(`${consumer}: ${title}: ${reason}`)}`,
      ),
    ...(rest > 0 ? [`  and ${rest} more in the report`] : []),
    ...reasons.slice(0, MOST_REASONS).map(([reason, of]) => line(`  ${of.length} not exercised: ${reason}`)),
  ];
}

function waiverLines(report: Report): readonly string[] {
  const seen = report.waivers.filter(({ findings }) => findings > 0);
  if (seen.length === 0) return [];
  const names = seen.map(({ name, findings }) => `${name} (${findings})`).join(', ');
  return [line(`${amount(seen.length, 'known deviation')}: ${names}`)];
}

function ids(results: readonly RequirementResult[]): string {
  return results.map(({ id }) => id).join(', ');
}

function line(text: string): string {
  return visibleLine(clip(text, LONGEST_LINE));
}

function curlLine(curl: string): string {
  const safe = visibleLine(curl);
  return safe === curl && curl.length <= LONGEST_CURL ? curl : 'the curl line is in the report';
}
