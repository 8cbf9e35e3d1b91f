import type { Credentials } from '../contracts/exercise.ts';

/** The tokens that a run has. */
export interface Tokens {
  readonly valid: string;
  /** A token of the same tenant without `create:actions`. */
  readonly unscoped?: string | undefined;
}

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A well-formed JSON Web Token that no tenant signed: its signature is 256 zero bytes. */
const FOREIGN = [
  segment({ alg: 'RS256', typ: 'JWT', kid: 'conformance' }),
  segment({
    iss: 'https://conformance.invalid/',
    aud: 'https://conformance.invalid/api/v2/',
    scope: 'create:actions',
  }),
  Buffer.alloc(256).toString('base64url'),
].join('.');

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
      return `Bearer ${FOREIGN}`;
    case 'unscoped':
      return `Bearer ${tokens.unscoped ?? ''}`;
  }
}
