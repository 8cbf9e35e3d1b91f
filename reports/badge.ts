import { judgedOfAll } from '../verdicts/headline.ts';
import type { Report } from '../verdicts/report.ts';
import type { OverallVerdict } from '../verdicts/verdict.ts';
import { jsonText } from './json-text.ts';

const COLOURS: Readonly<Record<OverallVerdict, string>> = {
  conformant: 'brightgreen',
  'not-conformant': 'red',
  partial: 'yellow',
};

const WORDS: Readonly<Record<OverallVerdict, string>> = {
  conformant: 'conformant',
  'not-conformant': 'not conformant',
  partial: 'partial',
};

/** The verdict as a badge, in the JSON that the endpoint badge of shields.io reads. */
export function renderBadge(report: Report): string {
  return jsonText({
    schemaVersion: 1,
    label: 'create-action API',
    message: message(report),
    color: COLOURS[report.verdict],
    isError: report.verdict !== 'conformant',
  });
}

/** The headline without its reason, which a badge has no room for. */
function message({ verdict, counts: { MUST, all } }: Report): string {
  const warned = all.warned === 0 ? '' : `; ${all.warned} warned`;
  return `${WORDS[verdict]}: ${judgedOfAll(MUST)}${warned}`;
}
