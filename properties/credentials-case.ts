import type { Credentials } from '../contracts/exercise.ts';
import type { Case } from './case.ts';
import { makeCase } from './make-case.ts';
import { create } from './requests.ts';
import { validBody } from './valid/body.ts';
import { baseCase } from './valid/valid-case.ts';

const TITLES: Readonly<Record<Exclude<Credentials, 'valid'>, string>> = {
  none: 'a create without an `Authorization` header',
  'other-scheme': 'a create with Basic credentials',
  garbage: 'a create with a token that is no JSON Web Token',
  foreign: 'a create with a JSON Web Token that somebody else signed',
  unscoped: 'a create with a token that lacks `create:actions`',
};

/** The base body under other credentials than the target gave for creates. */
export function credentialsCase(credentials: Exclude<Credentials, 'valid'>): Case {
  return makeCase({
    title: TITLES[credentials],
    requests: [create({ kind: 'json', value: validBody([]) }, { credentials, choices: ['base'] })],
    twin: baseCase().id,
    ...(credentials === 'unscoped' ? { needs: ['unscoped-token'] } : {}),
  });
}
