import type { Credentials } from '../contracts/exercise.ts';
import type { Case } from './case.ts';
import { makeCase } from './make-case.ts';
import { create } from './requests.ts';
import { validBody } from './valid/body.ts';

const TITLES: Readonly<Record<Exclude<Credentials, 'valid'>, string>> = {
  none: 'a create without an `Authorization` header',
  'other-scheme': 'a create with Basic credentials',
  'no-scheme': 'a create with a token, but without the word Bearer before it',
  'no-token': 'a create with the word Bearer, but without a token behind it',
  garbage: 'a create with a token that is no JSON Web Token',
  foreign: 'a create with a JSON Web Token that somebody else signed',
  expired: 'a create with a token that says it has expired',
  unsigned: 'a create with a token that says it needs no signature',
  'other-algorithm': 'a create with a token signed by another algorithm, with the secret of tutorials',
  tampered: 'a create with a token whose signature was replaced',
  unscoped: 'a create with a token that lacks `create:actions`',
};

/** The base body under other credentials than the target gave for creates. */
export function credentialsCase(credentials: Exclude<Credentials, 'valid'>): Case {
  return makeCase({
    title: TITLES[credentials],
    requests: [create({ kind: 'json', value: validBody([]) }, { credentials, choices: ['base'] })],
    ...(credentials === 'unscoped' ? { needs: ['unscoped-token'] } : {}),
  });
}
