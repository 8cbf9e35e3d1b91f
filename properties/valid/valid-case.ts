import type { Choice } from '../../contracts/exercise.ts';
import type { Case } from '../case.ts';
import { proveValid } from '../guard.ts';
import { makeCase } from '../make-case.ts';
import { create } from '../requests.ts';
import { validBody } from './body.ts';

let base: Case | undefined;

/** The smallest body, on whose acceptance everything else rests; made once, as every judgement asks for it. */
export const baseCase = (): Case => (base ??= validCase(['base']));

/** A create with the valid body that makes these choices. */
export function validCase(choices: readonly Choice[], options: { readonly smallest?: true } = {}): Case {
  const value = validBody(choices);
  proveValid(value);
  return makeCase({
    title: `valid body: ${choices.join(', ')}`,
    requests: [create({ kind: 'json', value }, { credentials: 'valid', choices, ...options })],
    ...(choices.includes('modules:one') ? { needs: ['module'] } : {}),
  });
}
