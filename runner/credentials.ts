import type { Credentials } from '../contracts/exercise.ts';
import { FOREIGN_TOKEN, forged } from './forge-token.ts';

/** The tokens that a run has. */
export interface Tokens {
  readonly valid: string;
  /** A token of the same tenant without `create:actions`. */
  readonly unscoped?: string | undefined;
}

/** The `Authorization` header for these credentials; `undefined` where there is none. */
export function authorization(credentials: Credentials, tokens: Tokens): string | undefined {
  switch (credentials) {
    case 'valid':
      return `Bearer ${tokens.valid}`;
    case 'none':
      return undefined;
    case 'other-scheme':
      return `Basic ${Buffer.from('conformance:conformance').toString('base64')}`;
    case 'garbage':
      return 'Bearer not-a-json-web-token';
    case 'foreign':
      return `Bearer ${FOREIGN_TOKEN}`;
    case 'expired':
    case 'unsigned':
    case 'other-algorithm':
    case 'tampered':
      return `Bearer ${forged(tokens.valid, credentials)}`;
    case 'no-scheme':
      return tokens.valid;
    case 'no-token':
      return 'Bearer';
    case 'unscoped':
      return `Bearer ${tokens.unscoped ?? ''}`;
  }
}
