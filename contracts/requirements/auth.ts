import { operation, page, requirement, standard } from '../build.ts';
import type { Credentials } from '../exercise.ts';

const AUTHORIZATION = page('Authorization');

const answersTo = (credentials: Exclude<Credentials, 'valid'>, statuses: readonly number[]) =>
  ({
    exercisedBy: { kind: 'credentials', credentials },
    judgedBy: { kind: 'status', in: statuses },
  }) as const;

const ofEvery401 = { exercisedBy: { kind: 'passive', on: 'refused' } } as const;

export const auth = [
  requirement({
    id: 'auth.header.required',
    level: 'MUST',
    title: 'answers a create without an `Authorization` header with 401',
    source: AUTHORIZATION,
    ...answersTo('none', [401]),
  }),
  requirement({
    id: 'auth.header.bearer',
    level: 'MUST',
    title: 'refuses credentials of another scheme than Bearer',
    source: AUTHORIZATION,
    ...answersTo('other-scheme', [400, 401]),
  }),
  requirement({
    id: 'auth.header.scheme',
    level: 'MUST',
    title: 'refuses a token without the word Bearer before it',
    source: AUTHORIZATION,
    ...answersTo('no-scheme', [400, 401]),
  }),
  requirement({
    id: 'auth.header.token',
    level: 'MUST',
    title: 'refuses the word Bearer without a token behind it',
    source: AUTHORIZATION,
    ...answersTo('no-token', [400, 401]),
  }),
  requirement({
    id: 'auth.token.malformed',
    level: 'MUST',
    title: 'refuses a token that is no JSON Web Token',
    source: operation('/responses/401'),
    // Real tenants answer 400 when the header itself cannot be read.
    ...answersTo('garbage', [400, 401]),
  }),
  requirement({
    id: 'auth.token.foreign',
    level: 'MUST',
    title: 'answers a token that the tenant did not sign with 401',
    source: operation('/responses/401/x-description-1'),
    ...answersTo('foreign', [401]),
  }),
  requirement({
    id: 'auth.token.expired',
    level: 'MUST',
    title: 'answers a token that says it has expired with 401',
    source: standard('RFC 7519', '4.1.4'),
    ...answersTo('expired', [401]),
  }),
  requirement({
    id: 'auth.token.unsigned',
    level: 'MUST',
    title: 'refuses a token that says it needs no signature',
    source: standard('RFC 7518', '3.6'),
    // Of what looks like no token at all, real tenants say so with 400.
    ...answersTo('unsigned', [400, 401]),
  }),
  requirement({
    id: 'auth.token.algorithm',
    // A best current practice.
    level: 'SHOULD',
    title: 'answers a token that another algorithm and a well-known secret signed with 401',
    source: standard('RFC 8725', '3.1'),
    ...answersTo('other-algorithm', [401]),
  }),
  requirement({
    id: 'auth.token.tampered',
    level: 'MUST',
    title: 'answers a token of its own whose signature was replaced with 401',
    source: operation('/responses/401/x-description-1'),
    ...answersTo('tampered', [401]),
  }),
  requirement({
    id: 'auth.scope.required',
    level: 'MUST',
    title: 'answers a token without the scope `create:actions` with 403',
    source: operation('/responses/403'),
    ...answersTo('unscoped', [403]),
  }),
  requirement({
    id: 'auth.challenge.present',
    level: 'MUST',
    title: 'sends `www-authenticate` with every 401',
    source: standard('RFC 9110', '11.6.1'),
    ...ofEvery401,
    judgedBy: { kind: 'header', name: 'www-authenticate', of: 401 },
  }),
  requirement({
    id: 'auth.challenge.bearer',
    level: 'MUST',
    title: 'asks for a Bearer token in the `www-authenticate` of a 401',
    source: standard('RFC 6750', '3'),
    ...ofEvery401,
    judgedBy: { kind: 'header', name: 'www-authenticate', of: 401, naming: 'Bearer' },
  }),
] as const;
