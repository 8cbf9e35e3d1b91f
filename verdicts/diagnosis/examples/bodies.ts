import type { Example } from './example.ts';
import { reportOf, sentAction, type Told } from './report-parts.ts';
import { creates, faulty, honest, PLACES, TYPES } from './told.ts';

const notEchoed = (create: Told): Told => ({
  ...create,
  breaks: [
    ['request.name.echo', '/name'],
    ['request.code.echo', '/code'],
  ],
});

/** What a target may make of bodies. */
export const bodiesExamples: readonly Example[] = [
  {
    rule: 'refuses-nothing',
    faulty: reportOf(
      PLACES.map((at, index) => faulty(at, 201, TYPES.slice(index, index + 1))),
      {
        'error.envelope': 'no answer of this run bears on it',
      },
    ),
    says: /refuses nothing: it accepted all 6 invalid bodies/,
    explains: [...TYPES.flat(), 'error.envelope'],
    unlucky: reportOf(
      PLACES.map((at, index) =>
        faulty(at, index < 3 ? 201 : 400, index < 3 ? TYPES.slice(index, index + 1) : []),
      ),
    ),
  },
  {
    rule: 'accepts-null',
    faulty: reportOf([
      ...PLACES.slice(0, 3).map((at, index) => faulty(at, 201, TYPES.slice(index, index + 1), null)),
      ...PLACES.map((at) => faulty(at, 400)),
    ]),
    says: /accepts null for any type: 3 of 3 bodies/,
    explains: TYPES.slice(0, 3).flat(),
    unlucky: reportOf([
      ...PLACES.map((at, index) =>
        faulty(at, index < 2 ? 201 : 400, index < 2 ? TYPES.slice(index, index + 1) : [], null),
      ),
      ...PLACES.map((at) => faulty(at, 400)),
    ]),
  },
  {
    rule: 'same-answer',
    faulty: reportOf(
      creates(
        () => sentAction('z', { id: '1' }),
        [
          ['request.name.echo', '/name'],
          ['answer.id.unique', '/id'],
        ],
      ),
    ),
    says: /answers every create with the same body: 3 creates, one answer/,
    explains: ['request.name.echo', 'answer.id.unique'],
    unlucky: reportOf(creates((name) => sentAction(name, { id: '1' }), [['answer.id.unique', '/id']])),
  },
  {
    rule: 'made-up-answers',
    faulty: reportOf(creates((name) => sentAction(`not ${name}`, { code: 'no' })).map(notEchoed)),
    says: /of 3 creates, none was answered with the `name` and `code` that were sent/,
    explains: ['request.name.echo', 'request.code.echo'],
    unlucky: reportOf([
      ...creates((name) => sentAction(`not ${name}`, { code: 'no' })).map(notEchoed),
      { ...honest[0], keeps: ['request.code.echo'] },
    ]),
  },
  {
    rule: 'wraps-answers',
    faulty: reportOf(creates((name) => ({ action: sentAction(name) }), [['answer.present.id', '/id']])),
    says: /the action is in `action`/,
    explains: ['answer.present.id'],
    unlucky: reportOf(
      creates((name) => sentAction(name, { twin: sentAction(name) }), [['answer.present.id', '/id']]),
    ),
  },
  {
    rule: 'lacks-properties',
    faulty: reportOf(
      creates(
        (name) => ({ name, supported_triggers: [], id: name }),
        [
          ['request.code.echo', '/code'],
          ['answer.present.created_at', '/created_at'],
        ],
      ),
    ),
    says: /drops `code`, which was sent, and never answers `created_at`/,
    explains: ['request.code.echo', 'answer.present.created_at'],
    unlucky: reportOf(
      creates(
        (name) => (name === 'a' ? sentAction(name, { code: 'x' }) : sentAction(name)),
        [['request.code.echo', '/code']],
      ),
    ),
  },
];
