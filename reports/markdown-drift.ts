import type { Report } from '../verdicts/report.ts';
import { amount } from './amount.ts';
import { code, plain, sentence, table } from './markdown-text.ts';

/** The report as JSON has the rest. */
const MOST_ROWS = 40;

/** How the answers differ from what is documented, for a summary. */
export function driftLines({ drift: { undocumented, unseen } }: Report): readonly string[] {
  const rows = undocumented
    .slice(0, MOST_ROWS)
    .map(({ exchange, message, operation, patch, waiver }) => [
      sentence(message),
      plain(operation),
      code(exchange),
      waiver === undefined ? '' : code(waiver),
      code(patch.file),
    ]);
  const rest = undocumented.length - rows.length;
  return [
    ...(rows.length === 0
      ? []
      : [table(['Undocumented', 'Answer to', 'First seen in', 'Known as', 'To be documented in'], rows)]),
    ...(rest > 0 ? [`And ${rest} more in the full report.`] : []),
    ...(unseen.length === 0
      ? []
      : [
          plain(
            `${amount(unseen.length, 'documented part')} that no answer showed: the full report names them.`,
          ),
        ]),
  ];
}
