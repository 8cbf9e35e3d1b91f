import { expect, test } from 'vitest';

import type { Expectation } from '../contracts/expectation.ts';
import { evidenceOf, findingsOf, type Example } from './example-exchange.ts';
import { judge } from './judge.ts';

type Kind = Expectation['kind'];

/** For each kind: an expectation, an exchange that keeps it, one that breaks it, and where. */
interface Row {
  readonly expectation: Expectation;
  readonly keeps: Example;
  readonly breaks: Example;
  readonly path: string;
  readonly earlier?: readonly Example[];
}

const created: Example = { answered: { id: 'a1', status: 'built' } };
const fault = { at: '/code', operator: 'wrong-type', keyword: 'type' } as const;

const rows: Readonly<Record<Exclude<Kind, 'told'>, Row>> = {
  answered: {
    expectation: { kind: 'answered' },
    keeps: { status: 500 },
    breaks: { trouble: { kind: 'broken-off', message: 'reset', repeated: 2 } },
    path: 'status',
  },
  accepted: { expectation: { kind: 'accepted' }, keeps: {}, breaks: { status: 400 }, path: 'status' },
  rejected: { expectation: { kind: 'rejected' }, keeps: { status: 400 }, breaks: {}, path: 'status' },
  status: { expectation: { kind: 'status', in: [201] }, keeps: {}, breaks: { status: 200 }, path: 'status' },
  header: {
    expectation: { kind: 'header', name: 'allow', of: 405 },
    keeps: { status: 405, headers: { allow: 'GET, POST' } },
    breaks: { status: 405 },
    path: 'header allow',
  },
  json: { expectation: { kind: 'json' }, keeps: { answered: {} }, breaks: { text: '{' }, path: '' },
  conforms: {
    expectation: {
      kind: 'conforms',
      to: 'action',
      place: { schema: 'action', at: '/properties/id', keywords: ['type'] },
    },
    keeps: { answered: { id: 'x' } },
    breaks: { answered: { id: 1 } },
    path: '/id',
  },
  present: {
    expectation: { kind: 'present', property: 'id' },
    keeps: { answered: { id: null } },
    breaks: { answered: {} },
    path: '/id',
  },
  echo: {
    expectation: { kind: 'echo', property: 'code', in: '/code' },
    keeps: { sent: { code: 'a' }, answered: { code: 'a' } },
    breaks: { sent: { code: 'a' }, answered: { code: 'b' } },
    path: '/code',
  },
  default: {
    expectation: { kind: 'default', property: 'code', in: '/code', value: 'a' },
    keeps: { sent: {}, answered: { code: 'a' } },
    breaks: { sent: {}, answered: { code: 'b' } },
    path: '/code',
  },
  value: {
    expectation: { kind: 'value', in: '/page', value: 0 },
    keeps: { answered: { page: 0 } },
    breaks: { answered: { page: 1 } },
    path: '/page',
  },
  'secret-kept': {
    expectation: { kind: 'secret-kept' },
    keeps: { sent: { value: 'a-secret-value-1' } },
    breaks: { text: 'a-secret-value-1' },
    path: '',
  },
  'statuses-documented': {
    expectation: { kind: 'statuses-documented' },
    keeps: { answered: { draft: { status: 'built' } } },
    breaks: { answered: { draft: { status: 'BUILT' } } },
    path: '/draft/status',
  },
  'names-fault': {
    expectation: { kind: 'names-fault' },
    keeps: { about: { fault }, answered: { message: 'code must be text' } },
    breaks: { about: { fault }, answered: { message: 'bad request' } },
    path: '/message',
  },
  'repeats-status': {
    expectation: { kind: 'repeats-status' },
    keeps: { status: 400, answered: { statusCode: 400 } },
    breaks: { status: 400, answered: { statusCode: 500 } },
    path: '/statusCode',
  },
  'times-in-order': {
    expectation: { kind: 'times-in-order' },
    keeps: { answered: { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:01Z' } },
    breaks: { answered: { created_at: '2026-01-01T00:00:01Z', updated_at: '2026-01-01T00:00:00Z' } },
    path: '/updated_at',
  },
  'new-id': {
    expectation: { kind: 'new-id' },
    earlier: [created],
    keeps: { answered: { id: 'a2' } },
    breaks: created,
    path: '/id',
  },
  'reads-back': {
    expectation: { kind: 'reads-back', properties: ['id'] },
    earlier: [created],
    keeps: created,
    breaks: { answered: { id: 'a2' } },
    path: '/id',
  },
  listed: {
    expectation: { kind: 'listed' },
    earlier: [created],
    keeps: { answered: { actions: [{ id: 'a1' }] } },
    breaks: { answered: { actions: [] } },
    path: '/actions',
  },
  'times-forward': {
    expectation: { kind: 'times-forward' },
    earlier: [{ answered: { id: 'a1', updated_at: '2026-01-01T00:00:00.000000001Z' } }],
    keeps: { answered: { id: 'a1', updated_at: '2026-01-01T00:00:00.000000001Z' } },
    breaks: { answered: { id: 'a1', updated_at: '2026-01-01T00:00:00Z' } },
    path: '/updated_at',
  },
  paged: {
    expectation: { kind: 'paged', perPage: 1 },
    keeps: { answered: { actions: [], per_page: 1 } },
    breaks: { answered: { actions: [{}, {}], per_page: 1 } },
    path: '/actions',
  },
  'nothing-left': {
    expectation: { kind: 'nothing-left' },
    keeps: { answered: { actions: [] } },
    breaks: { answered: { actions: [{ name: 'conformance-run-1' }] } },
    path: '/actions',
  },
  'legal-steps': {
    expectation: { kind: 'legal-steps' },
    earlier: [created],
    keeps: created,
    breaks: { answered: { status: 'pending' } },
    path: '/status',
  },
};

test.each(Object.entries(rows))('%s is kept by what keeps it and broken by what breaks it', (_, row) => {
  const { expectation, keeps, breaks, path, earlier = [] } = row;
  expect(judge(expectation, evidenceOf(keeps, { earlier }))).toEqual({ outcome: 'held', observed: true });
  const findings = findingsOf(judge(expectation, evidenceOf(breaks, { earlier })));
  expect(findings.map((finding) => finding.path)).toEqual([path]);
});
