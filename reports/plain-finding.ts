import type { ReportedExchange, ReportedFinding } from '../verdicts/report.ts';
import { faultWords } from './fault-words.ts';
import { recordedWords } from './recorded-words.ts';

/** A finding as plain lines, for formats that know no markup. */
export function plainFinding(finding: ReportedFinding, exchange: ReportedExchange | undefined): string {
  const fault = exchange?.about.fault;
  return [
    finding.message,
    ...(finding.waiver === undefined ? [] : [`known deviation: ${finding.waiver}`]),
    `at:       ${finding.path}`,
    `expected: ${finding.expected}`,
    `observed: ${finding.actual}`,
    ...(fault === undefined ? [] : [`fault:    ${faultWords(fault)}`]),
    ...(exchange?.recorded === undefined ? [] : [`recorded: ${recordedWords(exchange.recorded)}`]),
    ...(exchange === undefined ? [] : [`repeat:   ${exchange.curl}`]),
  ].join('\n');
}
