import { describe, expect, it } from 'vitest';

import { accessTo, readTarget } from './target.ts';

describe('--target', () => {
  it.each([
    ['mock', { kind: 'embedded', like: 'documented' }],
    ['mock:observed', { kind: 'embedded', like: 'observed' }],
    ['mock:trims-names', { kind: 'mutant', name: 'trims-names' }],
    ['https://a.eu.auth0.com', { kind: 'given', base: 'https://a.eu.auth0.com' }],
    ['https://a.eu.auth0.com/api/v2/', { kind: 'given', base: 'https://a.eu.auth0.com' }],
    ['http://localhost:4010/', { kind: 'given', base: 'http://localhost:4010' }],
    ['http://[::1]:4010', { kind: 'given', base: 'http://[::1]:4010' }],
    ['https://proxy.example.com/tenant', { kind: 'given', base: 'https://proxy.example.com/tenant' }],
  ])('%s', (text, target) => {
    expect(readTarget(text)).toEqual(target);
  });

  it.each([
    '',
    'tenant',
    'ftp://a.example.com',
    'mock:',
    'https://user:pass@a.example.com',
    'https://:pass@a.example.com',
    'https://a.example.com?x=1',
  ])('refuses %j', (text) => {
    expect(() => readTarget(text)).toThrow(/^(?!.*:pass@).*no base URL/);
  });

  it.each(['http://a.eu.auth0.com', 'http://127.0.0.1.example.com', 'http://localhost.example.com'])(
    'refuses %s, which would send a token in the clear',
    (text) => {
      expect(() => readTarget(text)).toThrow('in the clear');
    },
  );
});

describe('access', () => {
  const base = 'https://a.eu.auth0.com';
  const client = { clientId: 'me', clientSecret: 'secret' };

  it('takes the token that was given before any other', () => {
    expect(accessTo(base, 'mine', { token: 'other', domain: 'b.eu.auth0.com' })).toEqual({
      by: 'token',
      token: 'mine',
    });
  });

  it('takes the token of the environment before its client', () => {
    expect(accessTo(base, undefined, { token: 'env', ...client })).toEqual({ by: 'token', token: 'env' });
  });

  it('asks for the audience of the target', () => {
    for (const domain of ['a.eu.auth0.com', 'A.EU.Auth0.com', 'HTTPS://a.eu.auth0.com/']) {
      expect(accessTo(base, undefined, { ...client, domain })).toEqual({
        by: 'client',
        ...client,
        audience: 'https://a.eu.auth0.com/api/v2/',
      });
    }
  });

  it('never takes the credentials of one tenant to another', () => {
    const elsewhere = { ...client, domain: 'b.eu.auth0.com' };
    expect(() => accessTo(base, undefined, elsewhere)).toThrow(
      'are for b.eu.auth0.com, and the target is a.eu.auth0.com',
    );
    expect(() => accessTo(base, undefined, { token: 'env', domain: 'b.eu.auth0.com' })).toThrow(
      'b.eu.auth0.com',
    );
  });

  it('says what to set where there is nothing', () => {
    expect(() => accessTo(base, undefined, { clientId: 'me' })).toThrow('there are no credentials');
  });
});
