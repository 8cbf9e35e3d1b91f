import { acceptanceOf, baselineNews, isThere, type Baseline } from './baseline.ts';
import { STATES, type Change, type ChangedDeviation, type State } from './change.ts';
import { concludeNight } from './conclude-night.ts';
import { keyOf, type Deviation } from './deviation.ts';
import type { Known, KnownDeviation } from './known.ts';
import { changedRequirements } from './requirements.ts';
import type { Tonight } from './tonight.ts';
import { unjudgedTonight } from './unjudged.ts';

/** Compares a night with those before it and with what was accepted. */
export function compare(tonight: Tonight, known: Known, baseline: Baseline | undefined): Change {
  const before = new Map(known.deviations.map((each) => [keyOf(each), each]));
  const seen = tonight.deviations.map((each) => seenTonight(each, before.get(keyOf(each)), tonight));
  const keys = new Set(tonight.deviations.map(keyOf));
  const missed = known.deviations
    .filter((each) => each.open && !keys.has(keyOf(each)))
    .map((each) => missedTonight(each, tonight));
  const deviations = [...seen, ...missed]
    .map((each) => {
      const acceptance = acceptanceOf(each, baseline, tonight.at);
      const wasOpen = before.get(keyOf(each))?.open === true;
      const regression =
        !isHiccup(keyOf(each), tonight) &&
        isRegression(each, acceptance, { isFirst: known.since === undefined, wasOpen });
      return { ...each, acceptance, regression };
    })
    .toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state));
  const counts = Object.fromEntries(
    STATES.map((state) => [state, deviations.filter((each) => each.state === state).length]),
  ) as Record<State, number>;
  const unjudged = unjudgedTonight(tonight, baseline);
  const news = baselineNews(baseline, deviations, tonight);
  return {
    schemaVersion: '1.0',
    target: tonight.target,
    at: tonight.at,
    ...(known.since === undefined ? {} : { since: known.since }),
    ...concludeNight(deviations, counts, tonight, unjudged),
    counts,
    deviations,
    requirements: changedRequirements(deviations),
    baseline: { ...news, expired: [...news.expired, ...unjudged.expired] },
  };
}

/** What no sending again showed, and a gateway may have answered, is told and wakes nobody. */
const isHiccup = (key: string, { doubtful, resent }: Tonight): boolean =>
  doubtful.has(key) && resent.get(key)?.shown === 0;

const HICCUP = 'no sending again showed it, and what stands before the tenant may have answered';

type Compared = Omit<ChangedDeviation, 'acceptance' | 'regression'>;

function seenTonight(
  { cause, waiver, requirement, level, message, path, cases }: Deviation,
  before: KnownDeviation | undefined,
  tonight: Tonight,
): Compared {
  const { at, resent } = tonight;
  const key = keyOf({ cause, ...(waiver === undefined ? {} : { waiver }) });
  const again = resent.get(key);
  const returned = before !== undefined && !before.open && before.closedAt !== undefined;
  const lasting = before?.open === true ? 'still-failing' : 'new';
  return {
    cause,
    ...(waiver === undefined ? {} : { waiver }),
    requirement,
    level,
    state: again !== undefined && again.shown < again.of ? 'flaky' : lasting,
    message: isHiccup(key, tonight) ? `${message} (${HICCUP})` : message,
    path,
    cases,
    firstSeen: before?.firstSeen ?? at,
    lastSeen: at,
    ...(returned ? { returnedAfter: before.closedAt } : {}),
    ...(again === undefined ? {} : { resent: again }),
  };
}

function missedTonight(before: KnownDeviation, tonight: Tonight): Compared {
  const { cause, waiver, requirement, level, message, path, cases, firstSeen, lastSeen } = before;
  const again = tonight.resent.get(keyOf(before));
  const shownAgain = again !== undefined && again.shown > 0;
  return {
    cause,
    ...(waiver === undefined ? {} : { waiver }),
    requirement,
    level,
    state: shownAgain ? 'flaky' : stateOfMissed(before, tonight),
    message,
    path,
    cases,
    firstSeen,
    lastSeen: shownAgain ? tonight.at : lastSeen,
    ...(again === undefined ? {} : { resent: again }),
  };
}

/** What is not there may be fixed, gone, or merely not looked at: only where it was looked at, it is called fixed. */
function stateOfMissed({ requirement, cases, scope }: KnownDeviation, tonight: Tonight): State {
  if (!tonight.catalogue.has(requirement)) return 'gone';
  const result = tonight.verdicts.get(requirement);
  if (result === undefined || result.verdict === 'not-exercised' || result.verdict === 'errored') {
    return 'not-judged';
  }
  const left = cases.filter((id) => tonight.planned.has(id));
  if (left.length > 0) return left.every((id) => tonight.answered.has(id)) ? 'fixed' : 'not-judged';
  // Nobody plans a case that only the search for the cause of a refusal sent: the requirement itself tells.
  if (cases.length === 0) return result.observed ? 'fixed' : 'not-judged';
  return scope === tonight.scope ? 'gone' : 'not-judged';
}

/**
 * A broken MUST that nobody accepted is one every night. A broken SHOULD is one where it is new, or where its time is
 * over: before the first night everything is new, and says nothing. A MAY demands nothing.
 */
function isRegression(
  { state, level, waiver }: Compared,
  acceptance: ChangedDeviation['acceptance'],
  { isFirst, wasOpen }: { readonly isFirst: boolean; readonly wasOpen: boolean },
): boolean {
  if (!isThere(state) || level === 'MAY' || waiver !== undefined || acceptance === 'accepted') return false;
  return level === 'MUST' || acceptance === 'expired' || (!isFirst && !wasOpen);
}
