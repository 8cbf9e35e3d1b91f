import { expect, test } from 'vitest';

import type { Expectation } from '../contracts/expectation.ts';
import { deploy, evidenceOf, findingsOf, list, read, update, type Example } from './example-exchange.ts';
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
const SENT = { code: 'a', secrets: [{ name: 'A' }, { name: 'B', value: 'v' }] };
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
    expectation: { kind: 'times-in-order', of: 'updates' },
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
    keeps: read({ id: 'a1' }),
    breaks: read({ id: 'a2' }),
    path: '/id',
  },
  'same-as': {
    expectation: { kind: 'same-as', of: 'awaited', properties: ['code'] },
    keeps: { answered: { code: 'old' } },
    breaks: { answered: { code: 'new' } },
    path: '/code',
    earlier: [{ about: { at: { sequence: 'life', step: 'awaited' } }, answered: { code: 'old' } }],
  },
  listed: {
    expectation: { kind: 'listed' },
    earlier: [created],
    keeps: list({ actions: [{ id: 'a1' }] }),
    breaks: list({ actions: [] }),
    path: '/actions',
  },
  'times-forward': {
    expectation: { kind: 'times-forward' },
    earlier: [{ answered: { id: 'a1', updated_at: '2026-01-01T00:00:00.000000001Z' } }],
    keeps: read({ id: 'a1', updated_at: '2026-01-01T00:00:00.000000001Z' }),
    breaks: read({ id: 'a1', updated_at: '2026-01-01T00:00:00Z' }),
    path: '/updated_at',
  },
  'time-moves': {
    expectation: { kind: 'time-moves' },
    earlier: [{ answered: { id: 'a1', updated_at: '2026-01-01T00:00:00.000Z' } }],
    keeps: update({ updated_at: '2026-01-01T00:00:01.000Z' }),
    breaks: update({ updated_at: '2026-01-01T00:00:00.000Z' }),
    path: '/updated_at',
  },
  'dated-now': {
    expectation: { kind: 'dated-now' },
    keeps: { answered: { created_at: '2026-01-01T00:09:00.000Z' } },
    breaks: { answered: { created_at: '2025-12-31T23:49:00.000Z' } },
    path: '/created_at',
  },
  'new-version-id': {
    expectation: { kind: 'new-version-id' },
    earlier: [{ answered: { id: 'a2', deployed_version: { id: 'v1', number: 1 } } }],
    keeps: deploy({ id: 'v2', number: 1 }),
    breaks: deploy({ id: 'v1', number: 1 }),
    path: '/id',
  },
  'owner-named': {
    expectation: { kind: 'owner-named' },
    keeps: deploy({ action_id: 'a1', action: { id: 'a1' } }),
    breaks: deploy({ action_id: 'a1', action: { id: 'a2' } }),
    path: '/action/id',
  },
  echoes: {
    expectation: { kind: 'echoes', properties: ['code', 'secrets'] },
    keeps: { ...update({ code: 'a', secrets: [{ name: 'B' }, { name: 'A' }] }), sent: SENT },
    breaks: { ...update({ code: 'b', secrets: [{ name: 'B' }, { name: 'A' }] }), sent: SENT },
    path: '/code',
  },
  'deploys-draft': {
    expectation: { kind: 'deploys-draft' },
    earlier: [{ answered: { id: 'a1', dependencies: [{ name: 'x', version: '1', registry_url: 'u' }] } }],
    keeps: deploy({ dependencies: [{ name: 'x', version: '1' }] }),
    breaks: deploy({ dependencies: [{ name: 'x', version: '2' }] }),
    path: '/dependencies',
  },
  'next-number': {
    expectation: { kind: 'next-number' },
    earlier: [created],
    keeps: deploy({ number: 1 }),
    breaks: deploy({ number: 2 }),
    path: '/number',
  },
  'version-kept': {
    expectation: { kind: 'version-kept' },
    earlier: [created, deploy({ id: 'v1', code: 'a' })],
    keeps: read({ deployed_version: { id: 'v1', code: 'a' } }),
    breaks: update({ deployed_version: { id: 'v1', code: 'b' } }),
    path: '/deployed_version/code',
  },
  'version-shown': {
    expectation: { kind: 'version-shown' },
    earlier: [created, deploy({ id: 'v1' })],
    keeps: read({ deployed_version: { deployed: true } }),
    breaks: read({}),
    path: '/deployed_version/deployed',
  },
  completeness: {
    expectation: { kind: 'completeness', value: true },
    earlier: [created, deploy({ id: 'v1' })],
    keeps: read({ all_changes_deployed: true }),
    breaks: read({ all_changes_deployed: false }),
    path: '/all_changes_deployed',
  },
  'not-deployed': {
    expectation: { kind: 'not-deployed' },
    earlier: [created],
    keeps: read({ all_changes_deployed: false }),
    breaks: list({ actions: [{ id: 'a1', all_changes_deployed: true }] }),
    path: '/actions/0/all_changes_deployed',
  },
  'deployment-agrees': {
    expectation: { kind: 'deployment-agrees' },
    keeps: { answered: { all_changes_deployed: true, code: 'a', deployed_version: { code: 'a' } } },
    breaks: { answered: { all_changes_deployed: true, code: 'a', deployed_version: { code: 'b' } } },
    path: '/deployed_version/code',
  },
  counted: {
    expectation: { kind: 'counted' },
    keeps: list({ total: 1, actions: [{}] }),
    breaks: list({ total: 0, actions: [{}] }),
    path: '/total',
  },
  'named-as-asked': {
    expectation: { kind: 'named-as-asked' },
    keeps: list({ actions: [{ name: 'n' }] }, '?actionName=n'),
    breaks: list({ actions: [{ name: 'n' }, { name: 'nn' }] }, '?actionName=n'),
    path: '/actions/1/name',
  },
  'unique-names': {
    expectation: { kind: 'unique-names' },
    keeps: { text: '{"a":{"b":1},"b":"\\"a\\":","c":[{"a":1},{"a":2}]}' },
    breaks: { text: '{"a":{"b":1},"\\u0061":2}' },
    path: '',
  },
  'no-server-error': {
    expectation: { kind: 'no-server-error' },
    keeps: { status: 404 },
    breaks: { status: 500 },
    path: 'status',
  },
  'names-reason': {
    expectation: { kind: 'names-reason' },
    keeps: { status: 400, answered: { error: 'Bad Request' } },
    breaks: { status: 400, answered: { error: 'Internal Server Error' } },
    path: '/error',
  },
  paged: {
    expectation: { kind: 'paged', perPage: 1 },
    keeps: list({ actions: [], per_page: 1 }),
    breaks: list({ actions: [{}, {}], per_page: 1 }),
    path: '/actions',
  },
  'nothing-left': {
    expectation: { kind: 'nothing-left' },
    keeps: list({ actions: [] }),
    breaks: list({ actions: [{ name: 'conformance-run-1' }] }),
    path: '/actions',
  },
  'legal-steps': {
    expectation: { kind: 'legal-steps' },
    earlier: [created],
    keeps: read({ status: 'built' }),
    breaks: read({ status: 'pending' }),
    path: '/status',
  },
};

test.each(Object.entries(rows))('%s is kept by what keeps it and broken by what breaks it', (_, row) => {
  const { expectation, keeps, breaks, path, earlier = [] } = row;
  expect(judge(expectation, evidenceOf(keeps, { earlier }))).toEqual({ outcome: 'held', observed: true });
  const findings = findingsOf(judge(expectation, evidenceOf(breaks, { earlier })));
  expect(findings.map((finding) => finding.path)).toEqual([path]);
});
