import type { Choice } from '../../contracts/exercise.ts';
import type { Case } from '../case.ts';
import { proveValid } from '../guard.ts';
import { makeCase } from '../make-case.ts';
import { create } from '../requests.ts';
import { validBody } from './body.ts';
import { inSentForm } from './sent-form.ts';

let base: Case | undefined;

/** The smallest body, on whose acceptance everything else rests; made once, as every judgement asks for it. */
export const baseCase = (): Case => (base ??= validCase(['base']));

/**
 * What the valid twin of most faults chooses: as much at once as one body can say that any tenant takes, so that its one
 * answer shows most. Modules are not in it, for not every tenant has them.
 */
export const RICH: readonly Choice[] = [
  'dependencies:several',
  'deploy:false',
  'runtime:node22',
  'secrets:several',
];

let rich: Case | undefined;

/** The body that plans begin with; made once, as the smallest is. */
export const richCase = (): Case => (rich ??= validCase(RICH));

/** A create with the valid body that makes these choices. */
export function validCase(choices: readonly Choice[], options: { readonly smallest?: true } = {}): Case {
  const value = validBody(choices);
  proveValid(value);
  return makeCase({
    title: `valid body: ${choices.join(', ')}`,
    requests: [
      {
        ...create({ kind: 'json', value }, { credentials: 'valid', choices, ...options }),
        ...inSentForm(value, choices),
      },
    ],
    // What is refused alone is at fault only where the smallest body is not.
    ...(choices.length === 1 && choices[0] !== 'base' ? { twin: baseCase().id } : {}),
    ...(choices.includes('modules:one') ? { needs: ['module'] } : {}),
  });
}
