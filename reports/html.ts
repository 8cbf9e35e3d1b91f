import type { Change } from '../changes/change.ts';
import type { Report } from '../verdicts/report.ts';
import { about } from './html/about.ts';
import { audit } from './html/audit.ts';
import { changeSection } from './html/change.ts';
import { counts } from './html/counts.ts';
import { deviations } from './html/deviations.ts';
import { diagnosis } from './html/diagnosis.ts';
import { drift } from './html/drift.ts';
import { heading } from './html/heading.ts';
import { interactions } from './html/interactions.ts';
import { markup, nothing, type Html } from './html/markup.ts';
import { nightStyle } from './html/night-style.ts';
import { page } from './html/page.ts';
import { pageEvidence } from './html/page-evidence.ts';
import { reproduce } from './html/reproduce.ts';
import { requirements } from './html/requirements.ts';
import { script } from './html/script.ts';
import { style } from './html/style.ts';
import { trouble } from './html/trouble.ts';
import { OVERALL_WORDS } from './verdict-words.ts';

/** What the page of a nightly run shows besides: what changed, and a section with the trends. */
export interface NightlyParts {
  readonly change: Change;
  readonly trends: Html;
}

/**
 * The report as one page that needs nothing else: no network, no other file, and no script to be read. What was found
 * comes first, then what can be looked up, and last what the run was.
 */
export function renderHtml(report: Report, night?: NightlyParts): string {
  const found = pageEvidence(report);
  const styles = night === undefined ? style : style + nightStyle;
  return page({
    title: `${OVERALL_WORDS[report.verdict]} - conformance report`,
    style: styles,
    script,
    body: markup`${heading(report)}<main>
${night === undefined ? nothing : changeSection(night.change, report)}${diagnosis(report)}${trouble(report, found)}${interactions(report)}${audit(report, found)}${night?.trends ?? nothing}${counts(report)}${deviations(report)}${drift(report, found)}${requirements(report, found)}${about(report)}${reproduce(report)}<p class="on-paper">Printed: the summary and what failed. The page itself holds every requirement, with the exchanges that show it.</p>
</main>
`,
  });
}
