import type { Report, RequirementResult } from '../../verdicts/report.ts';
import { broken } from '../broken.ts';
import type { NumberedCause } from '../diagnosis-words.ts';
import { whole } from '../whole.ts';
import { causeAnchor, rowAnchor } from './anchor.ts';
import { chip } from './chip.ts';
import { markup, nothing, type Html } from './markup.ts';
import type { PageEvidence } from './page-evidence.ts';
import { prose } from './prose.ts';
import { section } from './section.ts';
import { sides } from './sides.ts';

/** A value that is longer fills the screen; its row has it whole. */
const LONGEST_SIDE = 300;

/** What a reader came for: each requirement that was broken, with what was expected beside what was there. */
export function trouble(report: Report, { causes }: PageEvidence): Html {
  const results = broken(report);
  const body =
    results.length === 0
      ? markup`<p>Nothing failed and nothing warned.</p>`
      : markup`<ol class="trouble">${results.map((result) => entry(result, causes.get(result.id)))}
</ol>`;
  return section('What failed or warned', body);
}

function entry(result: RequirementResult, cause: NumberedCause | undefined): Html {
  const [finding] = result.findings;
  const link =
    cause === undefined ? nothing : markup` <a href="#${causeAnchor(cause.id)}">cause ${cause.number}</a>`;
  return markup`
<li>${chip(result.verdict)} <div><a href="#${rowAnchor(result.id)}">${prose(result.title)}</a> <span class="level">${result.level}</span> <code class="id">${result.id}</code>${link}
<p>${prose(whole(finding?.message ?? result.reason))}</p>${finding === undefined ? nothing : sides(finding, LONGEST_SIDE)}</div></li>`;
}
