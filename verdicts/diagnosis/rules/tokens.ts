import type { Credentials } from '../../../contracts/exercise.ts';
import type { Rule } from '../rule.ts';
import { isSuccess, statusesOf, type Sight } from '../sight.ts';

/** Tokens that nobody may trust, though all but one look like one. */
const FORGED: readonly Credentials[] = [
  'garbage',
  'foreign',
  'expired',
  'unsigned',
  'other-algorithm',
  'tampered',
];

/** Those that only the signature gives away. */
const UNSIGNED: readonly Credentials[] = ['foreign', 'unsigned', 'other-algorithm', 'tampered'];

/** Creates that were sent with no token or with one that is none, and those of them that were accepted. */
function triedWith({ exchanges }: Sight, kinds: readonly Credentials[]) {
  const tried = exchanges.filter(
    ({ about, answer }) =>
      about.operation === 'create' && answer !== undefined && kinds.includes(about.credentials),
  );
  return { tried, accepted: tried.filter(isSuccess) };
}

/** What is accepted with credentials of these kinds, and with whatever else is forgotten by whoever forgets that. */
const acceptedWith = (sight: Sight, kinds: readonly Credentials[]) =>
  sight.brokenBy((_, exchange) => isSuccess(exchange) && kinds.includes(exchange.about.credentials));

/** Fewer kinds of forged tokens might be a slip of their own. */
const ENOUGH = 2;

function allForgedOf(sight: Sight, kinds: readonly Credentials[]): boolean {
  const { tried, accepted } = triedWith(sight, kinds);
  return (
    new Set(tried.map(({ about }) => about.credentials)).size >= ENOUGH && accepted.length === tried.length
  );
}

/** How little a target may look at tokens, the least first. */
export const tokenRules: readonly Rule[] = [
  {
    id: 'asks-nobody',
    explain: (sight) => {
      const { accepted, tried } = triedWith(sight, ['none']);
      const rest = triedWith(sight, FORGED);
      if (accepted.length === 0 || accepted.length < tried.length) return undefined;
      if (rest.accepted.length < rest.tried.length) return undefined;
      return {
        cause: `It asks nobody for a token: a create without one was answered with ${statusesOf(accepted)}.`,
        next: 'Put a check of the Bearer token before every route.',
        explains: acceptedWith(sight, [
          'none',
          'other-scheme',
          'no-scheme',
          'no-token',
          ...FORGED,
          'unscoped',
        ]),
      };
    },
  },
  {
    id: 'takes-any-token',
    explain: (sight) => {
      if (!allForgedOf(sight, FORGED) || triedWith(sight, ['none']).accepted.length > 0) return undefined;
      return {
        cause: 'It takes any token: it looks whether there is one, and not whether it is valid.',
        next: 'Verify the signature, the issuer, the audience and the expiry of each token, then its scopes.',
        explains: acceptedWith(sight, ['other-scheme', 'no-scheme', 'no-token', ...FORGED, 'unscoped']),
      };
    },
  },
  {
    id: 'verifies-no-signature',
    explain: (sight) => {
      if (!allForgedOf(sight, UNSIGNED)) return undefined;
      return {
        cause: 'It verifies no signature: it takes tokens that the tenant did not sign.',
        next: "Verify each token with the tenant's key, and allow only the algorithm that it signs with.",
        explains: acceptedWith(sight, UNSIGNED),
      };
    },
  },
];
