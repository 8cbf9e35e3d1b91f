import type { Report, ReportedWaiver } from '../../verdicts/report.ts';
import { amount } from '../amount.ts';
import { rowAnchor } from './anchor.ts';
import { markup, nothing, type Html } from './markup.ts';
import { prose } from './prose.ts';
import { section } from './section.ts';

/** The known deviations of real tenants, and which of them this target shows. */
export function deviations(report: Report): Html {
  if (report.waivers.length === 0) return nothing;
  const rows = new Set(report.requirements.map(({ id }) => id));
  return section(
    'Known deviations',
    markup`<dl class="deviations">${report.waivers.map((waiver) => deviation(waiver, rows.has(waiver.requirement)))}
</dl>`,
    { onScreenOnly: true },
  );
}

/** A run that was limited to some requirements has no row for the others to link to. */
function deviation({ findings, name, reason, requirement }: ReportedWaiver, linked: boolean): Html {
  const seen = findings === 0 ? 'not seen on this target' : `seen in ${amount(findings, 'finding')}`;
  const about = linked
    ? markup`<a href="#${rowAnchor(requirement)}">${requirement}</a>`
    : markup`<code>${requirement}</code>`;
  return markup`
<div><dt>${name} <span class="quiet">${seen}</span></dt><dd>${prose(reason)} ${about}</dd></div>`;
}
