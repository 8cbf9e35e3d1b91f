import type { Report, RequirementResult } from '../../verdicts/report.ts';
import { amount } from '../amount.ts';
import { byArea } from '../by-area.ts';
import { chip } from './chip.ts';
import { filters } from './filters.ts';
import { markup, nothing, type Html } from './markup.ts';
import type { PageEvidence } from './page-evidence.ts';
import { row } from './row.ts';
import { section } from './section.ts';

/** Every requirement with its verdict and what it rests on, grouped by area. */
export function requirements(report: Report, found: PageEvidence): Html {
  const areas = [...byArea(report)].map(([name, results]) => area(name, results, found));
  return section(
    'Requirements',
    markup`<div class="columns" aria-hidden="true"><span>Level</span><span>The target …</span><span>Verdict</span><span class="figure">Cases</span><span class="figure">Seen</span></div>
${areas}<p id="none" hidden>No requirement matches.</p>
${neverPresent(report)}`,
    { aside: filters(report), onScreenOnly: true },
  );
}

function area(name: string, results: readonly RequirementResult[], found: PageEvidence): Html {
  return markup`<section class="area">
<h3>${name} <span class="quiet">${results.length}</span></h3>
${results.map((result) => row(result, found))}</section>
`;
}

function neverPresent(report: Report): Html {
  const count = report.counts.all.unobserved;
  if (count === 0) return nothing;
  return markup`<p class="note">${amount(count, 'requirement')} held without a single observation: what they speak of was never present in an answer. ${chip('unobserved')} says “not broken”, and not “shown to hold”.</p>`;
}
