import type { ReportedFinding } from '../../verdicts/report.ts';
import { clip } from '../clip.ts';
import { markup, nothing, type Html } from './markup.ts';

/** What was expected beside what was there. A longer value than `longest` characters is cut; it is whole in its row. */
export function sides({ path, expected, actual }: ReportedFinding, longest = Infinity): Html {
  const place = path === '' ? nothing : markup` at <code>${path}</code>`;
  return markup`<dl class="sides">
<div><dt>Expected</dt><dd><pre tabindex="0">${clip(expected, longest)}</pre></dd></div>
<div><dt>Observed${place}</dt><dd><pre tabindex="0">${clip(actual, longest)}</pre></dd></div>
</dl>`;
}
