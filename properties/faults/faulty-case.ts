import type { Choice } from '../../contracts/exercise.ts';
import type { Case } from '../case.ts';
import { makeCase } from '../make-case.ts';
import { create } from '../requests.ts';
import type { FaultyBody } from './faulty-body.ts';

/** A create with a faulty body, whose refusal means something once its twin, which made these choices, was accepted. */
export function faultyCase(
  { title, fault, body }: FaultyBody,
  { choices, twin }: { readonly choices: readonly Choice[]; readonly twin: Case },
): Case {
  return makeCase({
    title,
    requests: [create(body, { credentials: 'valid', choices, fault })],
    twin: twin.id,
    ...(twin.needs === undefined ? {} : { needs: twin.needs }),
  });
}
