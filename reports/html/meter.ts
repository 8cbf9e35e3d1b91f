import type { Report } from '../../verdicts/report.ts';
import type { Verdict } from '../../verdicts/verdict.ts';
import { VERDICT_WORDS } from '../verdict-words.ts';
import { markup, nothing, type Html } from './markup.ts';

/** From what is good to what is unknown, so that the bar reads from left to right. */
const ORDER: readonly Verdict[] = [
  'passed',
  'unobserved',
  'waived',
  'warned',
  'failed',
  'errored',
  'not-exercised',
];

/** A bar as wide as all requirements, divided by verdict. */
export function meter({ counts }: Report): Html {
  const present = ORDER.filter((verdict) => counts.all[verdict] > 0);
  const total = sum(present, counts.all);
  if (total === 0) return nothing;
  const label = present.map((verdict) => `${counts.all[verdict]} ${VERDICT_WORDS[verdict].label}`).join(', ');
  return markup`<svg class="meter" viewBox="0 0 ${total} 1" preserveAspectRatio="none" role="img" aria-label="${label}">${present.map(
    (verdict, index) =>
      markup`<rect class="${verdict}" x="${sum(present.slice(0, index), counts.all)}" width="${counts.all[verdict]}" height="1"></rect>`,
  )}</svg>
`;
}

function sum(verdicts: readonly Verdict[], counts: Readonly<Record<Verdict, number>>): number {
  return verdicts.reduce((total, verdict) => total + counts[verdict], 0);
}
