import type { Report } from '../../verdicts/report.ts';
import { changeWords } from '../change-words.ts';
import { moment } from '../moment.ts';
import { markup, nothing, type Html } from './markup.ts';
import { section } from './section.ts';

/** How to come to the same report, and what the report does not hold. */
export function reproduce(report: Report): Html {
  return section(
    'Reproduce',
    markup`<p>${
      report.audit === undefined
        ? 'The same seed and the same depth make the same plan, which its hash shows.'
        : 'The same recordings are judged alike; the hash is one of all that was judged.'
    }</p>
<div class="copy"><pre class="curl" tabindex="0">${report.reproduce}</pre></div>
<p>A shell line below a finding takes the token from <code>AUTH0_API_TOKEN</code>.</p>
${rejudged(report)}<h3>What is not in here</h3>
<p>Tokens and the values of secrets are masked in every exchange, and long bodies are cut. The page loads nothing and sends nothing.</p>
<dl class="facts">
<dt>Plan</dt><dd><code>${report.planHash}</code></dd>
<dt>Catalogue</dt><dd><code>${report.suite.catalogueDigest}</code></dd>
</dl>`,
  );
}

function rejudged({ rejudged: again }: Report): Html {
  if (again === undefined) return nothing;
  const { changes, suite, at } = again;
  return markup`<h3>Judged again</h3>
<p>The stored exchanges of ${suite.name} ${suite.version} were judged again on ${moment(at)}. ${
    changes.length === 0 ? 'No verdict changed.' : ''
  }</p>
${changes.map(
  (change) => markup`<p>${changeWords(change)}</p>
`,
)}`;
}
