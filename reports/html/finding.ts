import type { Fault } from '../../contracts/case.ts';
import type { ReportedExchange, ReportedFinding } from '../../verdicts/report.ts';
import { editSide, faultPlace } from '../fault-words.ts';
import { ledHere } from '../led-here.ts';
import { whole } from '../whole.ts';
import { exchangeAnchor } from './anchor.ts';
import { exchange } from './exchange.ts';
import { markup, nothing, type Html } from './markup.ts';
import type { PageEvidence } from './page-evidence.ts';
import { prose } from './prose.ts';
import { sides } from './sides.ts';

/** A shell line holds a whole body. A longer one is shown once, with its exchange. */
const LONGEST_REPEATED = 2000;

/** One way in which the target broke a requirement, with all that it takes to see it again. */
export function finding(shown: ReportedFinding, open: boolean, found: PageEvidence): Html {
  const sent = found.exchanges.get(shown.exchange);
  const fault = sent?.about.fault;
  return markup`
<article class="finding">
<h4>${prose(whole(shown.message))}</h4>
${shown.waiver === undefined ? nothing : markup`<p>Known deviation: <b>${shown.waiver}</b></p>`}
${fault === undefined ? nothing : edit(fault)}
${sides(shown)}
${caseLine(shown, found)}
${led(shown, found)}
${sent === undefined ? nothing : proof(sent, found.shownUnder.get(sent.id) === shown, open)}
</article>
`;
}

function proof(sent: ReportedExchange, here: boolean, open: boolean): Html {
  const elsewhere = markup`<p>The exchange is shown under <a href="#${exchangeAnchor(sent.id)}">another finding, as ${sent.id}</a>.</p>`;
  const repeat = markup`
<p class="label">Send it again</p>
<div class="copy"><pre class="curl" tabindex="0">${sent.curl}</pre></div>`;
  return markup`${here ? exchange(sent, open) : elsewhere}${here || sent.curl.length <= LONGEST_REPEATED ? repeat : nothing}`;
}

function edit(fault: Fault): Html {
  return markup`<p class="fault">Fault at <code>${faultPlace(fault)}</code>: ${fault.operator}, against <code>${fault.keyword}</code>. <del>${editSide(fault.before)}</del> <span class="quiet">became</span> <ins>${editSide(fault.after)}</ins></p>`;
}

function led(shown: ReportedFinding, found: PageEvidence): Html {
  const before = ledHere(shown, found);
  return before === '' ? nothing : markup`<p>Sent before it: ${before}.</p>`;
}

function caseLine(shown: ReportedFinding, found: PageEvidence): Html {
  const sent = found.cases.get(shown.case);
  const twin = sent?.twin === undefined ? undefined : (found.cases.get(sent.twin)?.title ?? sent.twin);
  return markup`<p>Case: ${sent?.title ?? shown.case}.${twin === undefined ? nothing : markup` Its valid twin: ${twin}.`}</p>`;
}
