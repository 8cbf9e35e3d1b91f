import type { Level } from '../contracts/requirement.ts';
import type { AuditSummary } from '../verdicts/audit-summary.ts';
import type { Rejudged, Report, RequirementResult } from '../verdicts/report.ts';
import { VERDICTS } from '../verdicts/verdict.ts';
import { broken } from './broken.ts';
import { changeWords } from './change-words.ts';
import { clip } from './clip.ts';
import { auditWords, sightingWords, skippedWords, weightWords } from './deviation-words.ts';
import { causesById, causeWords, explainsWords, type NumberedCause } from './diagnosis-words.ts';
import { driftLines } from './markdown-drift.ts';
import { evidence, type Evidence } from './evidence.ts';
import { interactionsSummary, OUTCOME_WORDS, unverified } from './interaction-words.ts';
import { code, fenced, plain, sentence, table } from './markdown-text.ts';
import { plainFinding } from './plain-finding.ts';
import { scope } from './scope.ts';
import { selfValidationWords } from './self-validation-words.ts';
import { actionsSpent, requestsSpent } from './spending.ts';
import { unexercisedMusts } from './unexercised.ts';
import { OVERALL_WORDS, VERDICT_WORDS } from './verdict-words.ts';

/** A job summary may hold a megabyte; the full report has the rest. */
const MOST_BROKEN = 40;
const MOST_DEVIATIONS = 200;
const LONGEST_DETAIL = 4000;

const STRONGEST_FIRST = VERDICTS.toReversed();
const LEVELS: readonly (Level | 'all')[] = ['MUST', 'SHOULD', 'MAY', 'all'];

/** The report as Markdown for the summary of a job. */
export function renderMarkdown(report: Report): string {
  const found = evidence(report);
  const parts = [
    `## ${OVERALL_WORDS[report.verdict]}`,
    plain(report.summary),
    ...section('Diagnosis', diagnosis(report)),
    scopeLines(report),
    counts(report),
    report.audit === undefined
      ? `${requestsSpent(report)}. ${actionsSpent(report)}.`
      : `${auditWords(report.audit)}.`,
    ...section('Deviations', report.audit === undefined ? [] : deviations(report.audit)),
    ...[selfValidationWords(report)].filter((words) => words !== undefined),
    ...section('Judged again', report.rejudged === undefined ? [] : rejudged(report.rejudged)),
    ...section('Broken requirements', brokenParts(report, found)),
    ...section('Consumer contracts', pacts(report)),
    ...section('Known deviations', waivers(report)),
    ...section('Drift', driftLines(report)),
    ...section('MUSTs that nothing could show', unexercised(report)),
    ...section('Reproduce', [fenced(report.reproduce, 'sh')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(title: string, parts: readonly string[]): readonly string[] {
  return parts.length === 0 ? [] : [`### ${title}`, ...parts];
}

function scopeLines(report: Report): string {
  return scope(report)
    .map(([label, value]) => `${label} ${code(value)}`)
    .join(' · ');
}

function counts(report: Report): string {
  const head = STRONGEST_FIRST.map((verdict) => VERDICT_WORDS[verdict].label);
  return table(
    ['', ...head],
    LEVELS.map((level) => countRow(report, level)),
  );
}

function countRow({ counts: all }: Report, level: Level | 'all'): readonly string[] {
  return [level, ...STRONGEST_FIRST.map((verdict) => String(all[level][verdict]))];
}

function diagnosis(report: Report): readonly string[] {
  if (report.diagnosis.length === 0) return [];
  const lines = report.diagnosis.map((each, index) => {
    const ids = each.requirements.map((id) => code(id)).join(', ');
    return `${index + 1}. **${sentence(each.cause)}** ${sentence(each.next)}<br>${explainsWords(each, report)}: ${ids}`;
  });
  return [lines.join('\n')];
}

function brokenParts(report: Report, found: Evidence): readonly string[] {
  const results = broken(report);
  const causes = causesById(report);
  const rest = results.length - MOST_BROKEN;
  return [
    ...results.slice(0, MOST_BROKEN).map((result) => brokenOne(result, found, causes.get(result.id))),
    ...(rest > 0 ? [`And ${rest} more in the full report.`] : []),
  ];
}

function brokenOne(result: RequirementResult, found: Evidence, cause: NumberedCause | undefined): string {
  const { findings, id, level, reason, title, verdict } = result;
  const [finding] = findings;
  const heading = `<b>${VERDICT_WORDS[verdict].label}</b> ${level} ${code(id)} ${sentence(title)}${causeWords(cause)}`;
  const detail = finding ? plainFinding(finding, found.exchanges.get(finding.exchange)) : reason;
  const body = finding && found.exchanges.get(finding.exchange)?.request.body;
  return [
    `<details><summary>${heading}<br>${plain(finding?.message ?? reason)}</summary>`,
    fenced(clip(detail, LONGEST_DETAIL)),
    ...(body === undefined ? [] : ['Smallest body that shows it:', fenced(clip(body, LONGEST_DETAIL))]),
    '</details>',
  ].join('\n\n');
}

function rejudged({ changes }: Rejudged): readonly string[] {
  if (changes.length === 0) return ['No verdict changed.'];
  return [changes.map((change) => `- ${plain(changeWords(change))}`).join('\n')];
}

function deviations({ deviations: all, skipped, skippedTotal }: AuditSummary): readonly string[] {
  const rows = all
    .slice(0, MOST_DEVIATIONS)
    .map((each) => [weightWords(each), plain(each.message), code(each.path), sightingWords(each)]);
  const rest = all.length - rows.length;
  return [
    ...(rows.length === 0 ? [] : [table(['Weight', 'Deviation', 'At', 'Seen'], rows)]),
    ...(rest > 0 ? [`And ${rest} more in the full report.`] : []),
    ...(skippedTotal === 0
      ? []
      : [
          `Passed over: ${skippedTotal}.`,
          skipped.map((each) => `- ${plain(skippedWords(each))}`).join('\n'),
        ]),
  ];
}

function pacts(report: Report): readonly string[] {
  if (report.interactions.length === 0) return [];
  const told = unverified(report);
  const rows = told
    .slice(0, MOST_BROKEN)
    .map(({ consumer, outcome, reason, title }) => [
      plain(consumer),
      plain(title),
      OUTCOME_WORDS[outcome],
      plain(reason),
    ]);
  return [
    `${interactionsSummary(report)}.`,
    ...(rows.length === 0 ? [] : [table(['Consumer', 'Interaction', 'Outcome', 'Reason'], rows)]),
  ];
}

function waivers(report: Report): readonly string[] {
  if (report.waivers.length === 0) return [];
  const rows = report.waivers.map(({ findings, name, reason, requirement }) => [
    code(name),
    code(requirement),
    plain(reason),
    findings === 0 ? 'not seen' : String(findings),
  ]);
  return [table(['Name', 'Requirement', 'Reason', 'Findings'], rows)];
}

function unexercised(report: Report): readonly string[] {
  const lines = [...unexercisedMusts(report)].map(
    ([reason, results]) =>
      `- **${results.length}** ${plain(reason)}: ${results.map(({ id }) => code(id)).join(', ')}`,
  );
  return lines.length === 0 ? [] : [lines.join('\n')];
}
