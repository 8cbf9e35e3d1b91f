import type { Change, ChangedDeviation, State } from '../../changes/change.ts';
import type { Report, ReportedFinding } from '../../verdicts/report.ts';
import { isNews } from '../change-console.ts';
import { deviationNotes, NIGHT_WORDS, STATE_WORDS } from '../night-words.ts';
import { moment } from '../moment.ts';
import { whole } from '../whole.ts';
import { rowAnchor } from './anchor.ts';
import { markup, nothing, type Html } from './markup.ts';
import { prose } from './prose.ts';
import { section } from './section.ts';
import { sides } from './sides.ts';

/** Deviations that a page lists; a target of which more changed in a night is another target. */
const MOST = 200;

/** A value that is longer fills the screen; its row has it whole. */
const LONGEST_SIDE = 300;

/** What became of each deviation since the last night; what is news, with what was expected beside what was there. */
export function changeSection(change: Change, report: Report): Html {
  const rows = new Set(report.requirements.map(({ id }) => id));
  const shownBy = findingsByCause(report);
  const { baseline, deviations, since, summary, verdict } = change;
  const shown = deviations.slice(0, MOST);
  return section(
    'Since the last night',
    markup`<p><strong class="night ${verdict}">${NIGHT_WORDS[verdict]}.</strong> ${prose(whole(summary))} ${
      since === undefined ? 'This is the first night of this target.' : `Compared with ${moment(since)}.`
    }</p>${
      shown.length === 0
        ? nothing
        : markup`<ul class="changes">${shown.map((each) => item(each, rows, shownBy.get(each.cause)))}
</ul>`
    }${deviations.length > MOST ? markup`<p>And ${deviations.length - MOST} more.</p>` : nothing}${entries(
      'Expired: accepted once, and there still',
      baseline.expired,
    )}${entries('Stale: accepted, and no longer there', baseline.stale)}`,
  );
}

/** The finding with the smallest body of each deviation; a report keeps a handful of a requirement. */
const findingsByCause = ({ requirements }: Report): ReadonlyMap<string, ReportedFinding> =>
  new Map(
    requirements
      .flatMap(({ findings }) => findings)
      .toReversed()
      .map((finding): [string, ReportedFinding] => [finding.cause, finding]),
  );

/** States in which tonight's run saw the deviation. */
const SEEN: ReadonlySet<State> = new Set(['new', 'flaky', 'still-failing']);

function item(
  deviation: ChangedDeviation,
  rows: ReadonlySet<string>,
  finding: ReportedFinding | undefined,
): Html {
  const { state, level, requirement, cause, message, regression } = deviation;
  const { label, meaning } = STATE_WORDS[state];
  const name = rows.has(requirement)
    ? markup`<a href="#${rowAnchor(requirement)}">${cause}</a>`
    : markup`<code>${cause}</code>`;
  const evidence =
    finding === undefined || !SEEN.has(state) || !isNews(deviation) ? nothing : sides(finding, LONGEST_SIDE);
  return markup`
<li><span class="state ${state}${regression ? ' regression' : ''}" title="${meaning}">${label}</span><div><span class="level">${level}</span> ${name}<p>${prose(whole(message))}</p>${evidence}${deviationNotes(
    deviation,
  ).map((note) => markup`<p class="quiet">${whole(note)}</p>`)}</div></li>`;
}

function entries(title: string, its: Change['baseline']['stale']): Html {
  if (its.length === 0) return nothing;
  return markup`<h3>${title}</h3>
<ul>${its.map(
    ({ cause, expires, owner, reason }) => markup`
<li><code>${cause}</code> ${whole(reason)} <span class="quiet">${owner}, until ${expires}</span></li>`,
  )}
</ul>`;
}
