import type { Report, ReportedInteraction } from '../../verdicts/report.ts';
import { interactionsSummary, OUTCOME_WORDS } from '../interaction-words.ts';
import { whole } from '../whole.ts';
import { rowAnchor } from './anchor.ts';
import { markup, nothing, type Html } from './markup.ts';
import { prose } from './prose.ts';
import { section } from './section.ts';

/** What consumers rely on, by the consumer, and whether the target gave it. */
export function interactions(report: Report): Html {
  if (report.interactions.length === 0) return nothing;
  const rows = new Set(report.requirements.map(({ id }) => id));
  const consumers = [...new Set(report.interactions.map(({ consumer }) => consumer))];
  return section(
    'Consumer contracts',
    markup`<p>${interactionsSummary(report)}.</p>${consumers.map(
      (consumer) => markup`
<h3>${consumer}</h3>
${ofConsumer(
  report.interactions.filter((each) => each.consumer === consumer),
  rows,
)}`,
    )}`,
  );
}

/** What failed or was not exercised is seen at once; what was verified is there for whoever asks. */
function ofConsumer(all: readonly ReportedInteraction[], rows: ReadonlySet<string>): Html {
  const verified = all.filter(({ outcome }) => outcome === 'verified');
  const others = all.filter(({ outcome }) => outcome !== 'verified');
  return markup`${list(others, rows)}${
    verified.length === 0
      ? nothing
      : markup`<details><summary>${verified.length} verified</summary>
${list(verified, rows)}</details>`
  }`;
}

const list = (all: readonly ReportedInteraction[], rows: ReadonlySet<string>): Html =>
  all.length === 0
    ? nothing
    : markup`<ol class="trouble">${all.map((each) => entry(each, rows))}
</ol>`;

/** The outcome as a small label, in the colour of the verdict that is like it. */
export function outcomeChip({ outcome }: ReportedInteraction): Html {
  const like = outcome === 'verified' ? 'passed' : outcome;
  return markup`<span class="chip ${like}">${OUTCOME_WORDS[outcome]}</span>`;
}

function entry(interaction: ReportedInteraction, rows: ReadonlySet<string>): Html {
  const { mismatches, outcome, reason, requirements, title } = interaction;
  const links = requirements.map((id) =>
    rows.has(id) ? markup` <a href="#${rowAnchor(id)}">${id}</a>` : markup` <code class="id">${id}</code>`,
  );
  return markup`
<li>${outcomeChip(interaction)} <div>${prose(title)}${
    outcome === 'verified'
      ? nothing
      : markup`
<p>${prose(whole(reason))}</p>`
  }${
    mismatches.length < 2
      ? nothing
      : markup`
<ul>${mismatches.map(({ path, message }) => markup`<li><code>${path === '' ? 'the body' : path}</code> ${prose(message)}</li>`)}</ul>`
  }<p class="quiet">Evidence for${links}</p></div></li>`;
}
