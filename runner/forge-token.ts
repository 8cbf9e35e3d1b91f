import { createHash, createHmac } from 'node:crypto';

import type { Forgery } from '../contracts/exercise.ts';
import { readSegment } from '../driver/token-claims.ts';

/** The claims of a token that nobody can read: those of one for another tenant. */
const STRANGE = {
  iss: 'https://conformance.invalid/',
  aud: 'https://conformance.invalid/api/v2/',
  scope: 'create:actions',
};

/** Any time that is long over, in seconds since the epoch: 2001-09-09. */
const LONG_AGO_S = 1_000_000_000;

/** A secret that examples and tutorials use: a server that has it in earnest can be told anything. */
const WELL_KNOWN_SECRET = 'secret';

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A well-formed JSON Web Token that no tenant signed: its signature is 256 zero bytes. */
export const FOREIGN_TOKEN = [
  segment({ alg: 'RS256', typ: 'JWT', kid: 'conformance' }),
  segment(STRANGE),
  Buffer.alloc(256).toString('base64url'),
].join('.');

/**
 * A token like one that the target trusts, but for what makes it trustworthy. Nothing of the true signature is in it,
 * so that whoever reads it cannot use it.
 */
export function forged(token: string, how: Forgery): string {
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = readSegment(head) ?? { alg: 'RS256', typ: 'JWT' };
  const claims = readSegment(body) ?? STRANGE;
  switch (how) {
    case 'expired':
      return signed(header, { ...claims, iat: LONG_AGO_S, exp: LONG_AGO_S + 60 }, otherSignature(signature));
    case 'unsigned':
      return signed({ ...header, alg: 'none' }, claims, '');
    case 'other-algorithm': {
      const [alg, hash] = header['alg'] === 'HS256' ? ['HS512', 'sha512'] : ['HS256', 'sha256'];
      const content = `${segment({ ...header, alg })}.${segment(claims)}`;
      return `${content}.${createHmac(hash, WELL_KNOWN_SECRET).update(content).digest('base64url')}`;
    }
    case 'tampered':
      return signed(header, claims, otherSignature(signature));
  }
}

const signed = (header: unknown, claims: unknown, signature: string): string =>
  `${segment(header)}.${segment(claims)}.${signature}`;

/** As long as the true signature, and not to be told from one at sight. */
function otherSignature(signature: string): string {
  const length = Buffer.from(signature, 'base64url').length || 32;
  const digest = createHash('sha256').update('conformance').digest();
  return Buffer.alloc(length, digest).toString('base64url');
}
