import type { Level } from '../../contracts/requirement.ts';
import type { Report } from '../../verdicts/report.ts';
import { VERDICTS } from '../../verdicts/verdict.ts';
import { VERDICT_WORDS } from '../verdict-words.ts';
import { chip } from './chip.ts';
import { markup, type Html } from './markup.ts';
import { meter } from './meter.ts';
import { section } from './section.ts';

const COLUMNS: readonly (Level | 'all')[] = ['MUST', 'SHOULD', 'MAY', 'all'];

/** How many requirements have each verdict, level by level, and what each verdict means. */
export function counts(report: Report): Html {
  return section(
    'Verdicts',
    markup`${meter(report)}<table class="counts">
<thead><tr><th scope="col">Verdict</th><th scope="col">Meaning</th>${COLUMNS.map((column) => markup`<th scope="col" class="figure">${column}</th>`)}</tr></thead>
<tbody>${VERDICTS.toReversed().map(
      (verdict) => markup`
<tr><th scope="row">${chip(verdict)}</th><td class="meaning">${VERDICT_WORDS[verdict].meaning}</td>${COLUMNS.map((column) => figure(report.counts[column][verdict]))}</tr>`,
    )}
</tbody>
</table>`,
  );
}

/** A zero is set back, so that the eye finds what is there. */
function figure(count: number): Html {
  return markup`<td class="figure${count === 0 ? ' zero' : ''}">${count}</td>`;
}
