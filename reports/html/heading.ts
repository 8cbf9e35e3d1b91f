import type { Report } from '../../verdicts/report.ts';
import { auditWords } from '../deviation-words.ts';
import { scope } from '../scope.ts';
import { selfValidationWords } from '../self-validation-words.ts';
import { actionsSpent, requestsSpent } from '../spending.ts';
import { OVERALL_WORDS } from '../verdict-words.ts';
import { markup, nothing, type Html } from './markup.ts';
import { prose } from './prose.ts';

/** The top of the page: the verdict with its reason, what it covers and what it cost. */
export function heading(report: Report): Html {
  return markup`<header>
<p class="kicker">Conformance report: create an action, <code>POST /api/v2/actions/actions</code></p>
<h1><strong class="${report.verdict}">${OVERALL_WORDS[report.verdict]}.</strong> ${prose(report.summary)}</h1>
<dl class="scope">${scope(report).map(
    ([label, value]) => markup`
<div><dt>${label}</dt><dd>${value}</dd></div>`,
  )}
</dl>
<p class="economy">${report.audit === undefined ? markup`${requestsSpent(report)}. ${leftOver(report)}` : `${auditWords(report.audit)}.`}</p>
${proof(report)}</header>
`;
}

/** Why a reader may believe that nothing was overlooked. */
function proof(report: Report): Html {
  const words = selfValidationWords(report);
  return words === undefined
    ? nothing
    : markup`<p class="economy">${words}</p>
`;
}

/** What a run leaves in a tenant takes up room there, so it must not be overlooked. */
function leftOver(report: Report): Html {
  const text = `${actionsSpent(report)}.`;
  return report.actions.leftOver === 0 ? markup`${text}` : markup`<strong class="left-over">${text}</strong>`;
}
