import type { RequirementResult } from '../../verdicts/report.ts';
import { amount } from '../amount.ts';
import { sourceWords } from '../source-words.ts';
import { whole } from '../whole.ts';
import { causeAnchor, rowAnchor } from './anchor.ts';
import { chip } from './chip.ts';
import { finding } from './finding.ts';
import { outcomeChip } from './interactions.ts';
import { markup, nothing, type Html } from './markup.ts';
import type { PageEvidence } from './page-evidence.ts';
import { prose } from './prose.ts';

/** Some requirements bear on every case of a run; the page would list each case hundreds of times. */
const MOST_CASES = 8;

/** One requirement: a line that says how it went, and below it, when opened, what that rests on. */
export function row(result: RequirementResult, found: PageEvidence): Html {
  const { cases, id, level, observations, title, verdict } = result;
  return markup`<details class="row" id="${rowAnchor(id)}" data-verdict="${verdict}" data-level="${level}">
<summary><span class="level">${level}</span><span class="what">${prose(title)} <code class="id">${id}</code></span><span class="how">${chip(verdict)}</span><span class="figure cases">${cases.length}</span><span class="figure seen">${observations}</span></summary>
<div class="basis"><dl class="facts">
<dt>Source</dt><dd>${origin(result)}</dd>
<dt>Because</dt><dd>${prose(whole(result.reason))}</dd>${causeOf(result, found)}${result.notes.map(
    (note) => markup`
<dt>Note</dt><dd>${prose(whole(note))}</dd>`,
  )}${caseList(result, found)}${consumers(result, found)}
</dl>${findings(result, found)}</div>
</details>
`;
}

function origin({ source }: RequirementResult): Html {
  const { kind, place, link } = sourceWords(source);
  const named =
    link === undefined
      ? markup`<code>${place}</code>`
      : markup`<a href="${link}" rel="noreferrer">${place}</a>`;
  return markup`${kind}: ${named}, read ${source.read}`;
}

function causeOf({ id }: RequirementResult, { causes }: PageEvidence): Html {
  const cause = causes.get(id);
  return cause === undefined
    ? nothing
    : markup`
<dt>Cause</dt><dd><a href="#${causeAnchor(cause.id)}">${prose(cause.cause)}</a></dd>`;
}

function caseList({ cases }: RequirementResult, found: PageEvidence): Html {
  if (cases.length === 0) return nothing;
  const rest = cases.length - MOST_CASES;
  const titles = cases.slice(0, MOST_CASES).map((id) => found.cases.get(id)?.title ?? id);
  return markup`
<dt>Cases</dt><dd><ul>${titles.map((title) => markup`<li>${title}</li>`)}${rest > 0 ? markup`<li class="quiet">and ${rest} more</li>` : nothing}</ul></dd>`;
}

function consumers({ id }: RequirementResult, { relying }: PageEvidence): Html {
  const interactions = relying.get(id) ?? [];
  if (interactions.length === 0) return nothing;
  return markup`
<dt>Consumers</dt><dd><ul>${interactions.map((each) => markup`<li>${each.consumer}: ${prose(each.title)} ${outcomeChip(each)}</li>`)}</ul></dd>`;
}

function findings(result: RequirementResult, found: PageEvidence): Html {
  const left = result.findingsTotal - result.findings.length;
  return markup`${result.findings.map((each, index) => finding(each, index === 0, found))}${left > 0 ? markup`<p class="note">${amount(left, 'more finding')} of this kind left out.</p>` : nothing}`;
}
