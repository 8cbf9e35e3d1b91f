import { UsageError } from '../driver/errors.ts';
import { checkInteraction, type Undocumented } from './check-interaction.ts';
import { operationOf } from './endpoint.ts';
import { titleOf, type Interaction, type Pact } from './pact.ts';

/** What holding a pact against the contract came to. */
export interface CheckedPact {
  readonly pact: Pact;
  /** How many interactions were held against the contract. */
  readonly checked: number;
  readonly undocumented: readonly (Undocumented & { readonly interaction: string })[];
  /** Interactions that are for other endpoints, which the contract knows nothing of. */
  readonly leftOut: readonly Interaction[];
}

/**
 * Holds every example request and answer of a pact against the contract. Nothing is sent.
 *
 * @throws UsageError when no interaction is for an endpoint of the contract.
 */
export function checkPact(pact: Pact): CheckedPact {
  const leftOut: Interaction[] = [];
  const undocumented: CheckedPact['undocumented'][number][] = [];
  for (const interaction of pact.interactions) {
    const operation = operationOf(interaction.request);
    if (operation === undefined) leftOut.push(interaction);
    else {
      for (const each of checkInteraction(operation, interaction)) {
        undocumented.push({ ...each, interaction: titleOf(interaction) });
      }
    }
  }
  const checked = pact.interactions.length - leftOut.length;
  if (checked === 0) throw forOthers(pact);
  return { pact, checked, undocumented, leftOut };
}

/** Says that a pact is not about this API. */
export function forOthers({ source, interactions, messages }: Pact): UsageError {
  const [first] = interactions;
  const what =
    first === undefined ? `${messages} messages` : `such as ${first.request.method} ${first.request.path}`;
  return new UsageError(
    'OTHER_ENDPOINT',
    interactions.length + messages === 0
      ? `${source} has no interactions`
      : `${source} has no interaction for an endpoint of the contract, only others (${what})`,
    'The contract is about /api/v2/actions/actions: create, read, list, update, deploy and delete.',
  );
}
