import type { Example } from './example.ts';
import { reportOf, sentAction } from './report-parts.ts';
import { creates, honest, step } from './told.ts';

const life = { 'lifecycle.deploy.status': 'a step that it builds on did not come about' };

/** What a target may forget, keep or not come to. */
export const statesExamples: readonly Example[] = [
  {
    rule: 'forgets',
    faulty: reportOf([...honest, step('read', 'read', 404, [['lifecycle.read.found']])], life),
    says: /forgets what it created/,
    explains: ['lifecycle.read.found', 'lifecycle.deploy.status'],
    unlucky: reportOf([
      ...honest,
      step('read', 'read', 404, [['lifecycle.read.found']]),
      step('awaited', 'read', 200),
    ]),
  },
  {
    rule: 'forgets',
    faulty: reportOf([
      step('read', 'read', 200),
      step('listed', 'list', 200, [['lifecycle.list.found', '/actions']]),
    ]),
    says: /list does not know what it created, though a read does/,
    explains: ['lifecycle.list.found'],
    unlucky: reportOf([step('paged', 'list', 200, [['lifecycle.list.per_page', '/per_page']])]),
  },
  {
    rule: 'does-not-delete',
    faulty: reportOf([step('deleted', 'delete', 500, [['lifecycle.delete.status']])], {
      'request.name.type': 'DELETE answers 500, and what cannot be deleted is not created on a tenant',
    }),
    says: /does not delete: DELETE answers 500/,
    explains: ['lifecycle.delete.status', 'request.name.type'],
    unlucky: reportOf([
      step('deleted', 'delete', 204),
      step('deleted-gone', 'delete', 204, [['lifecycle.delete.again']]),
    ]),
  },
  {
    rule: 'does-not-delete',
    faulty: reportOf([
      step('deleted', 'delete', 204),
      step('read-gone', 'read', 200, [['lifecycle.delete.gone']]),
    ]),
    says: /DELETE answers 204, and the action can be read afterwards/,
    explains: ['lifecycle.delete.gone'],
    unlucky: reportOf([
      step('deleted', 'delete', 200, [['lifecycle.delete.status']]),
      step('read-gone', 'read', 404),
    ]),
  },
  {
    rule: 'unusable-id',
    faulty: reportOf(
      creates((name) => sentAction(name, { id: 7 }), [['answer.action.id', '/id']]),
      life,
    ),
    says: /`id` is no string \(number\)/,
    explains: ['answer.action.id', 'lifecycle.deploy.status'],
    unlucky: reportOf(
      creates((name) => sentAction(name, { id: name === 'a' ? 7 : name }), [['answer.action.id', '/id']]),
      life,
    ),
  },
  {
    rule: 'unusable-id',
    faulty: reportOf(creates((name) => sentAction(name), [['answer.present.id', '/id']])),
    says: /answers no `id`/,
    explains: ['answer.present.id'],
    unlucky: reportOf(creates((name) => sentAction(name, { id: name }), [['answer.present.code', '/code']])),
  },
  ...(
    [
      ['failed', /does not build: its build ended with `failed`/],
      ['ready', /a status that nobody documented: `ready`/],
    ] as const
  ).map(([status, says]): Example => ({
    rule: 'builds-never-end',
    faulty: reportOf([{ ...step('awaited', 'read', 200), answered: { id: '1', status } }], life),
    says,
    explains: ['lifecycle.deploy.status'],
    unlucky: reportOf([{ ...step('awaited', 'read', 200), answered: { id: '1' } }], life),
  })),
  {
    rule: 'builds-never-end',
    faulty: reportOf([step('awaited', 'read', 200), step('awaited', 'read', 200)], life),
    says: /still `building`/,
    explains: ['lifecycle.deploy.status'],
    unlucky: reportOf([{ ...step('awaited', 'read', 200), answered: { id: '1', status: 'built' } }], life),
  },
];
