import type { Undocumented, Unseen } from '../../drift/drift.ts';
import type { Report } from '../../verdicts/report.ts';
import { amount } from '../amount.ts';
import { prettyJson } from '../pretty-json.ts';
import { exchangeAnchor } from './anchor.ts';
import { exchange } from './exchange.ts';
import { markup, nothing, type Html } from './markup.ts';
import type { PageEvidence } from './page-evidence.ts';
import { prose } from './prose.ts';
import { section } from './section.ts';

/** How the answers differ from what is documented, apart from what failed. */
export function drift({ drift: { undocumented, unseen } }: Report, found: PageEvidence): Html {
  if (undocumented.length + unseen.length === 0) return nothing;
  return section(
    'Drift',
    markup`<p>What answers hold and nobody documented, and what is documented and no answer showed. None of it is a verdict.</p>
${
  undocumented.length === 0
    ? nothing
    : markup`<dl class="deviations">${parts(undocumented, found)}
</dl>`
}
${unseen.length === 0 ? nothing : never(unseen)}`,
    { onScreenOnly: true },
  );
}

/** Several parts may be shown by one exchange, which the page holds once. */
function parts(undocumented: readonly Undocumented[], found: PageEvidence): readonly Html[] {
  const shown = new Set(found.shownUnder.keys());
  return undocumented.map((each) => {
    const isNew = !shown.has(each.exchange);
    shown.add(each.exchange);
    return part(each, isNew ? proof(each, found) : linked(each));
  });
}

function part({ kind, message, operation, patch, waiver }: Undocumented, evidence: Html): Html {
  const known = waiver === undefined ? nothing : markup`Known deviation: <b>${waiver}</b>. `;
  return markup`
<div><dt>${prose(message)} <span class="quiet">${kind}, in the answer to a ${operation}</span></dt>
<dd>${known}${evidence}
<details><summary>A patch for <code>${patch.file}</code> that documents it</summary>
<pre tabindex="0">${prettyJson(JSON.stringify(patch.operations))}</pre></details></dd></div>`;
}

function proof({ exchange: id }: Undocumented, found: PageEvidence): Html {
  const sent = found.exchanges.get(id);
  return sent === undefined ? nothing : exchange(sent, false);
}

const linked = ({ exchange: id }: Undocumented): Html =>
  markup`First seen in <a href="#${exchangeAnchor(id)}">exchange ${id}</a>.`;

function never(unseen: readonly Unseen[]): Html {
  return markup`<details><summary>${amount(unseen.length, 'documented part')} that no answer showed</summary>
<ul>${unseen.map(
    ({ message }) => markup`
<li>${prose(message)}</li>`,
  )}
</ul></details>`;
}
