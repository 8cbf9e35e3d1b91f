import type { Credentials } from '../../../contracts/exercise.ts';
import type { Example } from './example.ts';
import { reportOf } from './report-parts.ts';
import { triesWith } from './told.ts';

const FORGED: readonly Credentials[] = ['garbage', 'foreign', 'unsigned', 'tampered'];

/** How little a target may look at tokens. */
export const tokensExamples: readonly Example[] = [
  {
    rule: 'asks-nobody',
    faulty: reportOf([
      triesWith('none', 201, [['auth.header.required']]),
      triesWith('garbage', 201, [['auth.token.malformed']]),
    ]),
    says: /asks nobody for a token: a create without one was answered with 201/,
    explains: ['auth.header.required', 'auth.token.malformed'],
    unlucky: reportOf([triesWith('none', 500, [['auth.header.required']]), triesWith('garbage', 401)]),
  },
  {
    rule: 'takes-any-token',
    faulty: reportOf([
      triesWith('none', 401),
      ...FORGED.map((kind) => triesWith(kind, 201, kind === 'garbage' ? [['auth.token.malformed']] : [])),
    ]),
    says: /takes any token/,
    explains: ['auth.token.malformed'],
    unlucky: reportOf([
      triesWith('none', 401),
      ...FORGED.map((kind) =>
        triesWith(kind, kind === 'garbage' ? 201 : 401, kind === 'garbage' ? [['auth.token.malformed']] : []),
      ),
    ]),
  },
  {
    rule: 'verifies-no-signature',
    faulty: reportOf([
      triesWith('garbage', 401),
      triesWith('foreign', 201, [['auth.token.foreign']]),
      triesWith('tampered', 201, [['auth.token.tampered']]),
    ]),
    says: /verifies no signature/,
    explains: ['auth.token.foreign', 'auth.token.tampered'],
    unlucky: reportOf([
      triesWith('garbage', 401),
      triesWith('foreign', 401),
      triesWith('tampered', 201, [['auth.token.tampered']]),
    ]),
  },
];
