import { describe, expect, test } from 'vitest';

import { catalogue } from '../../contracts/catalogue.ts';
import type { Json } from '../../contracts/expectation.ts';
import { fixture, RECORDINGS, sourceOf } from '../../recordings/example-source.ts';
import type { Report } from '../../verdicts/report.ts';
import { resultOf } from '../example-run.ts';
import { Audit } from './audit.ts';
import { actionOf, auditOf, BODY, created, ID, read, reportOf, type Call } from './example-audit.ts';

const deviationsOf = ({ audit }: Report, by = 'target') =>
  audit?.deviations
    .filter((each) => each.by === by)
    .map(({ path, operation, count, of, level, waiver }) => [path, operation, count, of, waiver ?? level]);

test.each(RECORDINGS)('%s is judged, and shows only what real tenants are known for', (name) => {
  const audit = new Audit({ requirements: catalogue });
  audit.add(name, fixture(name));
  const report = reportOf(audit);
  expect(report.counts.all).toMatchObject({ failed: 0, warned: 0, errored: 0, waived: 2 });
  expect(report.counts.MUST.passed).toBeGreaterThan(40);
  expect(report.audit?.operations).toEqual({ create: 1, read: 1, list: 0, update: 0, deploy: 1, delete: 1 });
  expect(deviationsOf(report)).toEqual([
    ['status', 'deploy', 1, 1, 'deploy-answers-200'],
    ['/deployed', 'deploy', 1, 1, 'deploy-answers-not-deployed'],
  ]);
  expect(JSON.stringify(report)).not.toContain('planted-secret-value');
  expect(JSON.stringify(report)).not.toContain('recorded-token');
});

test('a conforming create breaks nothing, and exercises what it shows', () => {
  const report = auditOf([[created(), read()]]);
  expect(report.verdict).toBe('partial');
  expect(report.counts.all).toMatchObject({ failed: 0, warned: 0, errored: 0 });
  expect(resultOf(report, 'answer.http.status').verdict).toBe('passed');
  expect(resultOf(report, 'lifecycle.read.same').verdict).toBe('passed');
  expect(resultOf(report, 'auth.header.required')).toMatchObject({
    verdict: 'not-exercised',
    reason: 'recordings do not keep the credentials that a request carried',
  });
});

describe('what a target does wrong is found', () => {
  test.each([
    ['answer.http.status', created({ status: 200 })],
    ['answer.http.json', created({ headers: { date: 'today', 'content-type': 'text/html' } })],
    ['answer.action.id', created({ answered: actionOf({ id: 7 }) })],
    ['answer.action.status.enum', created({ answered: actionOf({ status: 'PENDING' }) })],
    ['request.name.echo', created({ answered: actionOf({ name: 'another' }) })],
    ['request.runtime.echo', created({ answered: actionOf({ runtime: 'node18' }) })],
    ['request.name.required', created({ sent: { supported_triggers: BODY.supported_triggers } })],
    ['request.supported_triggers.at-least-one', created({ sent: { ...BODY, supported_triggers: [] } })],
  ])('%s', (id, call) => {
    const report = auditOf([[call]]);
    expect(report.verdict).toBe('not-conformant');
    expect(resultOf(report, id).verdict).toBe('failed');
  });

  test('an action that reads differently, goes back in its build, or is still there once deleted', () => {
    const report = auditOf([
      [
        created(),
        read({ name: 'another', status: 'built' }),
        read({ status: 'building' }),
        { method: 'DELETE', path: `/${ID}`, status: 204 },
        read(),
      ],
    ]);
    expect(resultOf(report, 'lifecycle.read.same').verdict).toBe('failed');
    expect(resultOf(report, 'lifecycle.status.steps').verdict).toBe('warned');
    expect(resultOf(report, 'lifecycle.delete.gone').verdict).toBe('failed');
  });

  test('a secret that comes back, however short: told, and never shown', () => {
    const secrets = [
      { name: 'LONG', value: 'a-long-secret-value' },
      { name: 'SHORT', value: 'zq7' },
    ];
    const leak = { secrets: secrets.map((each) => ({ ...each, updated_at: '2026-03-02T08:15:00Z' })) };
    const report = auditOf([
      [
        created({ sent: { ...BODY, secrets }, answered: actionOf(leak) }),
        read({ code: '// a-long-secret-value' }),
      ],
    ]);
    expect(resultOf(report, 'request.secrets.kept').verdict).toBe('failed');
    expect(JSON.stringify(report)).not.toContain('a-long-secret-value');
    expect(JSON.stringify(report)).not.toContain('zq7');
  });
});

test('deviations are told once, with counts, files and dates', () => {
  const odd = { current_version: { status: 'PENDING' } };
  const report = auditOf([
    [
      created({ answered: actionOf(odd), at: '2025-01-13T10:00:00.000Z' }),
      created({ answered: actionOf({ id: 'b' }) }),
    ],
    [created({ answered: actionOf(odd), at: '2026-01-28T10:00:00.000Z' })],
  ]);
  expect(report.audit?.deviations[0]).toMatchObject({
    by: 'target',
    path: '/current_version/status',
    operation: 'create',
    count: 2,
    of: 3,
    files: 2,
    first: '2025-01-13T10:00:00.000Z',
    last: '2026-01-28T10:00:00.000Z',
    waiver: 'current-version-status-upper-case',
  });
  expect(report.exchanges.find(({ id }) => id === report.audit?.deviations[0]?.exchange)).toMatchObject({
    recorded: { file: '1.har', entry: 1 },
  });
});

test('a client is told of what is invalid or deprecated', () => {
  const sent = {
    ...BODY,
    runtime: 'node16',
    supported_triggers: [{ id: 'post-login', version: 'v2' }],
    retries: 3,
  };
  const refusal = {
    statusCode: 400,
    error: 'Bad Request',
    message: "Additional properties not allowed: 'retries'",
  };
  const report = auditOf([
    [
      created({ sent, status: 400, answered: refusal, at: '2026-09-01T08:15:00.000Z' }),
      { method: 'PATCH', path: `/${ID}`, sent: { name: 7 }, status: 400, answered: refusal },
    ],
  ]);
  expect(report.verdict).toBe('partial');
  expect(deviationsOf(report, 'client')).toEqual([
    ['/retries', 'create', 1, 1, undefined],
    ['/runtime', 'create', 1, 1, undefined],
    ['/supported_triggers/0/version', 'create', 1, 1, undefined],
    ['/name', 'update', 1, 1, undefined],
  ]);
});

test('a body that the document allows and a tenant refused is told, and nobody is blamed', () => {
  const report = auditOf([
    [created({ status: 409, answered: { statusCode: 409, error: 'Conflict', message: 'no' } })],
  ]);
  expect(report.verdict).toBe('partial');
  expect(deviationsOf(report)).toEqual([['status', 'create', 1, 1, undefined]]);
});

test.each<[number, Call['headers']]>([
  [502, {}],
  [503, {}],
  [504, {}],
  [304, {}],
  [302, { location: 'https://login.example/' }],
  [303, {}],
  [408, {}],
  [403, { 'cf-mitigated': 'challenge' }],
])('leaves open what was answered %i before the tenant', (status, headers = {}) => {
  const hiccup = read({}, { status, answered: {}, headers });
  const { requirements, audit } = auditOf([[created(), hiccup]]);
  const broken = requirements.filter(({ verdict }) => verdict === 'failed' || verdict === 'warned');
  expect(broken.map(({ id }) => id)).toEqual([]);
  expect(audit?.deviations).toEqual([]);
  const result = requirements.find(({ id }) => id === 'lifecycle.read.found');
  expect(result?.verdict).toBe('not-exercised');
  expect(result?.reason).toContain(`what stands before the tenant answered ${status}`);
});

test.each<Json>(['[REDACTED]', ['<redacted>'], [{ id: '__TRIGGER__' }]])(
  'nobody knows whether a body was valid where the mask %j stands in it',
  (triggers) => {
    const report = auditOf([[created({ sent: { ...BODY, supported_triggers: triggers } })]]);
    expect(report.counts.all).toMatchObject({ failed: 0, warned: 0 });
    expect(report.audit?.deviations).toEqual([]);
  },
);

test.each(['REDACTED-VALUE', '<SECRET_VALUE>'])('the mask %j is no secret that came back', (value) => {
  const sent = { ...BODY, secrets: [{ name: 'KEY', value }] };
  const secrets = [{ name: value, updated_at: '2026-03-02T08:15:00.133456789Z' }];
  const report = auditOf([[created({ sent, answered: actionOf({ secrets }) })]]);
  expect(resultOf(report, 'request.secrets.kept').verdict).not.toBe('failed');
});

test('two ids of which nothing but a mask is left are not the same', () => {
  const answered = actionOf({ id: '00000000-0000-0000-0000-000000000000' });
  const other = { sent: { ...BODY, name: 'b' }, answered: { ...(answered as object), name: 'b' } as Json };
  expect(auditOf([[created({ answered }), created(other)]]).counts.all).toMatchObject({ failed: 0 });
});

test('the rate limit is no answer', () => {
  const report = auditOf([[created({ status: 429, answered: {} }), created()]]);
  expect(report.counts.all).toMatchObject({ failed: 0, warned: 0 });
});

describe('dates', () => {
  const calls = [
    created({ at: '2025-01-13T10:00:00.000Z', status: 200 }),
    read({ status: 'built' }, { at: '2026-01-28T10:00:00.000Z' }),
  ];

  test('leave out what lies before and after them, and know it all the same', () => {
    const later = auditOf([calls], { since: '2026-01-01T00:00:00.000Z' });
    expect(later.audit).toMatchObject({ outside: 1, undated: 0, operations: { create: 0, read: 1 } });
    expect(resultOf(later, 'lifecycle.read.same').verdict).toBe('passed');
    const earlier = auditOf([calls], { until: '2026-01-01T00:00:00.000Z' });
    expect(earlier.audit).toMatchObject({ outside: 1, operations: { create: 1, read: 0 } });
  });

  test('come from the answers where a format writes none', () => {
    const audit = new Audit({ requirements: catalogue, since: '2027-01-01T00:00:00.000Z' });
    audit.add('a.yaml', fixture('go-vcr-v1.yaml'));
    expect(audit.totals).toMatchObject({ outside: 4, undated: 0 });
  });
});

test('files that cannot be read, or have nothing to judge, are named with the reason', () => {
  const audit = new Audit({ requirements: catalogue });
  audit.add('empty.json', sourceOf(''));
  audit.add(
    'other.har',
    sourceOf('{"log":{"entries":[{"request":{"url":"https://a.example/","headers":[]}}]}}'),
  );
  audit.noteUnreadable('gone.har', 'no such file');
  expect(reportOf(audit).audit).toMatchObject({
    files: { given: 3, relevant: 0, unreadable: 2 },
    skipped: [
      { file: 'empty.json', reason: 'it is empty' },
      { file: 'other.har', reason: 'it has no exchange about actions that is to be judged' },
      { file: 'gone.har', reason: 'no such file' },
    ],
  });
});

test('evidence is kept for what is shown alone, however much is judged', () => {
  const many = Array.from({ length: 1500 }, (_, index) =>
    created({
      sent: { ...BODY, name: `Action ${index}` },
      answered: actionOf({ id: `id-${index}`, name: `Action ${index}`, extra: true }),
    }),
  );
  const report = auditOf([many]);
  expect(report.requests.total).toBe(1500);
  expect(report.exchanges.length).toBeLessThan(5);
  expect(resultOf(report, 'answer.action.undocumented').findingsTotal).toBe(1500);
});
