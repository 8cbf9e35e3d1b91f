import type { Example } from './example.ts';
import { reportOf } from './report-parts.ts';
import { honest, triesWith } from './told.ts';

/** What may keep a run from judging. */
export const boundsExamples: readonly Example[] = [
  {
    rule: 'no-limited-token',
    faulty: reportOf(honest, {
      'auth.scope.required': 'no token without `create:actions` was given (--limited-token)',
    }),
    says: /had no usable token without `create:actions`/,
    explains: ['auth.scope.required'],
    unlucky: reportOf([triesWith('unscoped', 201, [['auth.scope.required']])]),
  },
  {
    rule: 'not-offered',
    faulty: reportOf(honest, {
      'lifecycle.update.status': 'not offered: PATCH answers 404',
      'lifecycle.update.echo': 'not offered: PATCH answers 404',
    }),
    says: /does not offer everything: PATCH answers 404\./,
    explains: ['lifecycle.update.status', 'lifecycle.update.echo'],
    unlucky: reportOf(honest, { 'lifecycle.update.status': 'no answer of this run bears on it' }),
  },
  {
    rule: 'out-of-bounds',
    faulty: reportOf(honest, {
      'request.name.type': 'the 3 requests are spent (--max-requests)',
      'request.code.type': 'the 3 requests are spent (--max-requests)',
      'request.deploy.type': 'the 3 requests are spent (--max-requests)',
    }),
    says: /could not judge everything: the 3 requests are spent/,
    explains: ['request.name.type', 'request.code.type', 'request.deploy.type'],
    unlucky: reportOf(honest, { 'request.name.repeated': 'needs 2 live actions, allowed 1 (--max-live)' }),
  },
];
