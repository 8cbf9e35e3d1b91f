import type { Report } from '../../verdicts/report.ts';
import { moment } from '../moment.ts';
import { actionsSpent } from '../spending.ts';
import { OVERALL_WORDS } from '../verdict-words.ts';
import { markup, nothing, type Html } from './markup.ts';
import { prose } from './prose.ts';

/** The top of the page: the verdict with its reason, and on what and when it was passed. */
export function heading(report: Report): Html {
  const { startedAt, summary, target, verdict } = report;
  return markup`<header>
<p class="kicker">Conformance report: create an action, <code>POST /api/v2/actions/actions</code></p>
<h1><strong class="${verdict}">${OVERALL_WORDS[verdict]}.</strong> ${prose(summary)}</h1>
<p class="quiet">${target.url}, ${target.kind}. ${moment(startedAt)}.</p>
${leftOver(report)}</header>
`;
}

/** What a run leaves in a tenant takes up room there, so it must not be overlooked. */
function leftOver(report: Report): Html {
  return report.audit !== undefined || report.actions.leftOver === 0
    ? nothing
    : markup`<p><strong class="left-over">${actionsSpent(report)}.</strong></p>
`;
}
