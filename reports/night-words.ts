import type { Acceptance, ChangedDeviation, NightVerdict, State } from '../changes/change.ts';

/** How a state is called and what it means. */
export const STATE_WORDS: Readonly<Record<State, { readonly label: string; readonly meaning: string }>> = {
  new: { label: 'new', meaning: 'It was not there before.' },
  flaky: { label: 'flaky', meaning: 'It is there, and not each time that its case is sent.' },
  'still-failing': { label: 'still failing', meaning: 'It was there before, and is.' },
  'not-judged': {
    label: 'not judged',
    meaning: 'It was there before, and nothing could show tonight whether it still is.',
  },
  fixed: { label: 'fixed', meaning: 'Every case that showed it before was answered without it.' },
  gone: { label: 'gone', meaning: 'Its requirement, or the cases that showed it, are no more.' },
};

/** How the verdict on a night is called. */
export const NIGHT_WORDS: Readonly<Record<NightVerdict, string>> = {
  regression: 'Regression',
  'no-regression': 'No regression',
  'not-judged': 'Not judged: not every MUST could be',
};

const ACCEPTANCE_WORDS: Readonly<Record<Acceptance, string>> = {
  waived: 'a known deviation of real tenants',
  accepted: 'accepted in the baseline',
  expired: 'accepted once, and its time is over',
  'not-accepted': '',
};

/** What else is known of a deviation, as short phrases. */
export function deviationNotes({
  acceptance,
  waiver,
  resent,
  returnedAfter,
  firstSeen,
  lastSeen,
  state,
}: ChangedDeviation): readonly string[] {
  return [
    acceptance === 'waived' ? `${ACCEPTANCE_WORDS.waived}: ${waiver ?? ''}` : ACCEPTANCE_WORDS[acceptance],
    resent === undefined ? '' : `shown by ${resent.shown} of ${resent.of} re-sends`,
    returnedAfter === undefined ? '' : `there again after it was fixed on ${day(returnedAfter)}`,
    state === 'new' && returnedAfter === undefined
      ? ''
      : `first seen ${day(firstSeen)}, last ${day(lastSeen)}`,
  ].filter((note) => note !== '');
}

/** The day of an ISO date and time. */
export const day = (iso: string): string => iso.slice(0, 10);
