import type { Level } from '../../contracts/requirement.ts';
import type { Report } from '../../verdicts/report.ts';
import { VERDICTS, type Verdict } from '../../verdicts/verdict.ts';
import { chip } from './chip.ts';
import { markup, nothing, type Html } from './markup.ts';

const LEVELS: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];

/** What the list of requirements can be narrowed by. It stays hidden where no script runs, since it would do nothing. */
export function filters(report: Report): Html {
  const { counts } = report;
  const levelTotal = (level: Level) => VERDICTS.reduce((sum, verdict) => sum + counts[level][verdict], 0);
  return markup`<div class="filters" role="search" hidden>
<label for="find">Find in id or title <kbd>/</kbd></label>
<input id="find" type="search" autocomplete="off" spellcheck="false">
<fieldset><legend>Verdict</legend>${VERDICTS.toReversed().map((verdict: Verdict) => tick('verdict', verdict, chip(verdict), counts.all[verdict]))}
</fieldset>
<fieldset><legend>Level</legend>${LEVELS.map((level) => tick('level', level, markup`<span class="level">${level}</span>`, levelTotal(level)))}
</fieldset>
<p id="shown" role="status">${report.requirements.length} of ${report.requirements.length} shown</p>
<p><button type="button" id="open">Open all</button> <button type="button" id="close">Close all</button> <button type="button" id="clear">Clear</button></p>
</div>`;
}

function tick(name: string, value: string, label: Html, count: number): Html {
  if (count === 0) return nothing;
  return markup`
<label><input type="checkbox" name="${name}" value="${value}"> ${label} <span class="figure">${count}</span></label>`;
}
