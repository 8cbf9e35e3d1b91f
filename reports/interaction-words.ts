import type { Report, ReportedInteraction } from '../verdicts/report.ts';
import { amount } from './amount.ts';

/** How an outcome is called. */
export const OUTCOME_WORDS: Readonly<Record<ReportedInteraction['outcome'], string>> = {
  verified: 'verified',
  failed: 'failed',
  'not-exercised': 'not exercised',
};

/** How the interactions of pacts fared, in a few words: `22 interactions of pacts: 20 verified, 2 failed`. */
export function interactionsSummary({ interactions }: Report): string {
  const parts = Object.entries(OUTCOME_WORDS).flatMap(([outcome, word]) => {
    const count = interactions.filter((each) => each.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return `${amount(interactions.length, 'interaction')} of pacts: ${parts.join(', ')}`;
}

/** The interactions that a reader has to know of: those that failed, then those that were not exercised. */
export function unverified({ interactions }: Report): readonly ReportedInteraction[] {
  return [
    ...interactions.filter(({ outcome }) => outcome === 'failed'),
    ...interactions.filter(({ outcome }) => outcome === 'not-exercised'),
  ];
}
