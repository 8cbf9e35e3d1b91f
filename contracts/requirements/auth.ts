import { operation, page, requirement } from '../build.ts';
import type { Credentials } from '../exercise.ts';

const AUTHORIZATION = page('Authorization');

const answersTo = (credentials: Exclude<Credentials, 'valid'>, statuses: readonly number[]) =>
  ({
    exercisedBy: { kind: 'credentials', credentials },
    judgedBy: { kind: 'status', in: statuses },
  }) as const;

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
    id: 'auth.scope.required',
    level: 'MUST',
    title: 'answers a token without the scope `create:actions` with 403',
    source: operation('/responses/403'),
    ...answersTo('unscoped', [403]),
  }),
] as const;
