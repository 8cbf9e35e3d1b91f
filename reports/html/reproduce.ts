import type { Report } from '../../verdicts/report.ts';
import { markup, type Html } from './markup.ts';
import { section } from './section.ts';

/** How to come to the same report, and what the report does not hold. */
export function reproduce(report: Report): Html {
  return section(
    'Reproduce',
    markup`<p>The same seed and the same depth make the same plan, which its hash shows.</p>
<div class="copy"><pre class="curl" tabindex="0">${report.reproduce}</pre></div>
<p>A shell line below a finding takes the token from <code>AUTH0_API_TOKEN</code>.</p>
<h3>What is not in here</h3>
<p>Tokens and the values of secrets are masked in every exchange, and long bodies are cut. The page loads nothing and sends nothing.</p>
<dl class="facts">
<dt>Plan</dt><dd><code>${report.planHash}</code></dd>
<dt>Catalogue</dt><dd><code>${report.suite.catalogueDigest}</code></dd>
</dl>`,
  );
}
