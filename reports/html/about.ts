import type { Report } from '../../verdicts/report.ts';
import { auditWords } from '../deviation-words.ts';
import { scope } from '../scope.ts';
import { selfValidationWords } from '../self-validation-words.ts';
import { actionsSpent, requestsSpent } from '../spending.ts';
import { markup, nothing, type Html } from './markup.ts';
import { section } from './section.ts';

/** What the verdict covers, what it cost, and why a reader may believe that nothing was overlooked. */
export function about(report: Report): Html {
  const proved = selfValidationWords(report);
  return section(
    'About this run',
    markup`<dl class="scope">${scope(report).map(
      ([label, value]) => markup`
<div><dt>${label}</dt><dd>${value}</dd></div>`,
    )}
</dl>
<p>${report.audit === undefined ? `${requestsSpent(report)}. ${actionsSpent(report)}.` : `${auditWords(report.audit)}.`}</p>${
      proved === undefined
        ? nothing
        : markup`
<p>${proved}</p>`
    }`,
  );
}
