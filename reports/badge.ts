import type { Report } from '../verdicts/report.ts';
import type { OverallVerdict } from '../verdicts/verdict.ts';
import { amount } from './amount.ts';
import { jsonText } from './json-text.ts';

const COLOURS: Readonly<Record<OverallVerdict, string>> = {
  conformant: 'brightgreen',
  'not-conformant': 'red',
  partial: 'yellow',
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

function message({ verdict, counts: { MUST, all } }: Report): string {
  if (verdict === 'not-conformant') return `${amount(MUST.failed, 'MUST')} failed`;
  if (verdict === 'partial') return 'partial';
  return all.warned === 0 ? 'conformant' : `conformant, ${all.warned} warned`;
}
