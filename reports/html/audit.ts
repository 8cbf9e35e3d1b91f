import type { AuditSummary, Deviation } from '../../verdicts/audit-summary.ts';
import type { Report, ReportedExchange } from '../../verdicts/report.ts';
import { amount } from '../amount.ts';
import { sightingWords, skippedWords, weightWords } from '../deviation-words.ts';
import { recordedWords } from '../recorded-words.ts';
import { exchangeAnchor } from './anchor.ts';
import { exchange } from './exchange.ts';
import { markup, nothing, type Html } from './markup.ts';
import type { PageEvidence } from './page-evidence.ts';
import { prose } from './prose.ts';
import { section } from './section.ts';

/** What recorded traffic departs from the document in: the target's side, the client's, and what was passed over. */
export function audit(report: Report, { exchanges, shownUnder }: PageEvidence): Html {
  if (report.audit === undefined) return nothing;
  const { deviations, skippedTotal } = report.audit;
  // The page holds each exchange once.
  const held = new Set(shownUnder.keys());
  const list = (side: Deviation['by']): Html => {
    const listed = deviations.filter(({ by }) => by === side);
    if (listed.length === 0) return markup`<p>Nothing that departs from the document.</p>`;
    return markup`<dl class="deviations">${listed.map((each) => {
      const linked = held.has(each.exchange);
      held.add(each.exchange);
      return one(each, exchanges.get(each.exchange), linked);
    })}
</dl>`;
  };
  return markup`${section('What the target answered', list('target'))}${section('What the client sent', list('client'))}${
    skippedTotal === 0 ? nothing : section('Passed over', skipped(report.audit))
  }`;
}

function one(deviation: Deviation, shown: ReportedExchange | undefined, linked: boolean): Html {
  const { message, path, values, files, waiver } = deviation;
  return markup`
<div><dt>${prose(message)} <span class="quiet">${sightingWords(deviation)}</span></dt>
<dd><span class="level">${weightWords(deviation)}</span> <code>${path === '' ? 'body' : path}</code>${
    waiver === undefined ? nothing : markup`, ${waiver}`
  }, in ${amount(files, 'file')}, seen: <code>${values.join(', ')}</code>
${shown === undefined ? nothing : linked ? link(shown) : exchange(shown, false)}</dd></div>`;
}

const link = ({ id, recorded }: ReportedExchange): Html =>
  markup`<a href="#${exchangeAnchor(id)}">Exchange ${id}</a>${
    recorded === undefined ? nothing : markup`, ${recordedWords(recorded)}`
  }`;

function skipped({ skipped: named, skippedTotal }: AuditSummary): Html {
  const rest = skippedTotal - named.length;
  return markup`<ul>${named.map(
    (each) => markup`
<li>${skippedWords(each)}</li>`,
  )}
</ul>${rest > 0 ? markup`<p>And ${rest} more.</p>` : nothing}`;
}
