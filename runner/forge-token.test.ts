import { SignJWT } from 'jose';
import { expect, test } from 'vitest';

import type { Forgery } from '../contracts/exercise.ts';
import { readSegment } from '../driver/token-claims.ts';
import { forged } from './forge-token.ts';

const KEY = new Uint8Array(32).fill(7);
const FORGERIES: readonly Forgery[] = ['expired', 'unsigned', 'other-algorithm', 'tampered'];

const genuine = await new SignJWT({ scope: 'create:actions' })
  .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
  .setExpirationTime('1 h')
  .sign(KEY);

const parts = (token: string) => {
  const [header = '', claims = '', signature] = token.split('.');
  return { header: readSegment(header), claims: readSegment(claims), signature };
};

test.each(FORGERIES)('a token that is %s keeps nothing of the true signature', (how) => {
  const { signature = '' } = parts(genuine);
  const token = forged(genuine, how);
  expect(token.split('.')).toHaveLength(3);
  expect(token).not.toContain(signature.slice(0, 8));
});

test('each is at fault in one way', () => {
  const { header, claims } = parts(genuine);
  expect(parts(forged(genuine, 'tampered'))).toMatchObject({ header, claims });
  expect(parts(forged(genuine, 'unsigned'))).toEqual({
    header: { ...header, alg: 'none' },
    claims,
    signature: '',
  });
  expect(parts(forged(genuine, 'other-algorithm'))).toMatchObject({
    header: { ...header, alg: 'HS512' },
    claims,
  });
  const expired = parts(forged(genuine, 'expired'));
  expect(expired.header).toEqual(header);
  expect(expired.claims).toMatchObject({ scope: 'create:actions' });
  expect(Number(expired.claims?.['exp'])).toBeLessThan(Date.now() / 1000);
});

test.each(FORGERIES)('of a token that nobody can read comes one of the form that Auth0 uses, %s', (how) => {
  const { header, claims } = parts(forged('opaque-token', how));
  expect(header?.['alg']).toBe({ unsigned: 'none', 'other-algorithm': 'HS256' }[how as string] ?? 'RS256');
  expect(claims).toMatchObject({ scope: 'create:actions' });
});
