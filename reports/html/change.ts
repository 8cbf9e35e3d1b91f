import type { Change, ChangedDeviation } from '../../changes/change.ts';
import { deviationNotes, NIGHT_WORDS, STATE_WORDS } from '../night-words.ts';
import { moment } from '../moment.ts';
import { rowAnchor } from './anchor.ts';
import { markup, nothing, type Html } from './markup.ts';
import { section } from './section.ts';

/** Deviations that a page lists; a target of which more changed in a night is another target. */
const MOST = 200;

/** What became of each deviation since the last night. */
export function changeSection(change: Change, rows: ReadonlySet<string>): Html {
  const { baseline, deviations, since, summary, verdict } = change;
  const shown = deviations.slice(0, MOST);
  return section(
    'Since the last night',
    markup`<p><strong class="night ${verdict}">${NIGHT_WORDS[verdict]}.</strong> ${summary} ${
      since === undefined ? 'This is the first night of this target.' : `Compared with ${moment(since)}.`
    }</p>${
      shown.length === 0
        ? nothing
        : markup`<ul class="changes">${shown.map((each) => item(each, rows))}
</ul>`
    }${deviations.length > MOST ? markup`<p>And ${deviations.length - MOST} more.</p>` : nothing}${entries(
      'Expired: accepted once, and there still',
      baseline.expired,
    )}${entries('Stale: accepted, and no longer there', baseline.stale)}`,
  );
}

function item(deviation: ChangedDeviation, rows: ReadonlySet<string>): Html {
  const { state, level, requirement, cause, message, regression } = deviation;
  const { label, meaning } = STATE_WORDS[state];
  const name = rows.has(requirement)
    ? markup`<a href="#${rowAnchor(requirement)}">${cause}</a>`
    : markup`<code>${cause}</code>`;
  return markup`
<li><span class="state ${state}${regression ? ' regression' : ''}" title="${meaning}">${label}</span><div><span class="level">${level}</span> ${name}<p>${message}</p>${deviationNotes(
    deviation,
  ).map((note) => markup`<p class="quiet">${note}</p>`)}</div></li>`;
}

function entries(title: string, its: Change['baseline']['stale']): Html {
  if (its.length === 0) return nothing;
  return markup`<h3>${title}</h3>
<ul>${its.map(
    ({ cause, expires, owner, reason }) => markup`
<li><code>${cause}</code> ${reason} <span class="quiet">${owner}, until ${expires}</span></li>`,
  )}
</ul>`;
}
