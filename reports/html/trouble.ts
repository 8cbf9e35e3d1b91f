import type { Report, RequirementResult } from '../../verdicts/report.ts';
import { broken } from '../broken.ts';
import { rowAnchor } from './anchor.ts';
import { chip } from './chip.ts';
import { markup, type Html } from './markup.ts';
import { prose } from './prose.ts';
import { section } from './section.ts';

/** What a reader came for: each requirement that was broken, with a link to its row. */
export function trouble(report: Report): Html {
  const results = broken(report);
  const body =
    results.length === 0
      ? markup`<p>Nothing failed and nothing warned.</p>`
      : markup`<ol class="trouble">${results.map(entry)}
</ol>`;
  return section('What failed or warned', body);
}

function entry(result: RequirementResult): Html {
  return markup`
<li>${chip(result.verdict)} <div><a href="#${rowAnchor(result.id)}">${prose(result.title)}</a> <span class="level">${result.level}</span> <code class="id">${result.id}</code>
<p>${prose(result.findings[0]?.message ?? result.reason)}</p></div></li>`;
}
