import { describe, expect, it } from 'vitest';

import { catalogue } from '../../contracts/catalogue.ts';
import type { MockTenantOptions, TenantFetch } from '../../fixtures/tenant/mock-tenant.ts';
import { idsWith, runAgainst } from '../example-run.ts';
import type { RunOptions } from '../run.ts';
import type { LedgerEntry } from './ledger.ts';
import { OpenEntries } from './open-entries.ts';

/** A tenant that answers deletions in a way of its own. */
const deleting =
  (answer: (honest: TenantFetch, request: Request) => Response | Promise<Response>) =>
  (honest: TenantFetch): TenantFetch =>
  async (request) =>
    request.method === 'DELETE' ? await answer(honest, request) : await honest(request);

const plain = (status: number, headers = {}): Response =>
  status === 204
    ? new Response(null, { status, headers })
    : Response.json({ statusCode: status }, { status, headers });

/** A run with the ledger that it leaves. */
async function runOn(tenant: MockTenantOptions, changes: Partial<RunOptions> = {}) {
  const entries = new OpenEntries();
  const journal = { write: (entry: LedgerEntry) => entries.note(entry) };
  const pauses: number[] = [];
  let passed = 0;
  const time = {
    now: () => Date.now() + passed,
    pause: (milliseconds: number) => {
      passed += milliseconds;
      pauses.push(milliseconds);
      return Promise.resolve();
    },
  };
  const run = await runAgainst(tenant, {
    depth: 'standard',
    journal,
    time,
    patience: { silenceMs: 50, answerMs: 5000 },
    ...changes,
  });
  return { ...run, entries, waited: pauses.reduce((sum, each) => sum + each, 0) };
}

const NEVER: readonly (readonly [string, string, ReturnType<typeof deleting>])[] = [
  ['DELETE answers 500', 'with 500', deleting(() => plain(500))],
  ['DELETE answers 405', 'with 405', deleting(() => plain(405))],
  ['DELETE answers 204 and leaves the action there', 'with 204, and lies', deleting(() => plain(204))],
  ['DELETE answers 200 and leaves the action there', 'with 200, and lies', deleting(() => plain(200))],
  ['DELETE answers 404 though the action is there', 'with 404, and lies', deleting(() => plain(404))],
  ['DELETE gets no answer (the target kept silent', 'never', deleting(() => new Promise(() => undefined))],
  ['DELETE gets no answer (the target answered 429', 'with 429', deleting(() => plain(429))],
  [
    'DELETE gets no answer (the target answered 429 and asks to wait for 31536000 s',
    'with 429 and a year to wait',
    deleting(() => plain(429, { 'retry-after': '31536000' })),
  ],
];

describe.each(NEVER)('where %s', (reason, _, wrap) => {
  it('a run on this machine judges all the same, and says what is left over', async () => {
    const { report, left, entries } = await runOn({ wrap }, { limits: { ...LIMITS, maxLive: 1 } });
    const { created, deleted, leftOver, trouble } = report.actions;
    expect(report.counts.MUST['not-exercised']).toBeLessThan(10);
    expect(trouble?.reason).toContain(reason);
    expect({ created, deleted, leftOver }).toEqual({
      created: left.length,
      deleted: 0,
      leftOver: left.length,
    });
    expect(created).toBeGreaterThan(20);
    expect([entries.ids.size, entries.names.size]).toEqual([left.length, 0]);
    const shown = report.exchanges.find(({ id }) => id === trouble?.exchange);
    expect(shown?.request.method).toBe('DELETE');
    expect(report.requests.cleanup).toBeLessThan(report.requests.total * 0.2);
  });

  it('nothing is waited for long', async () => {
    // A build is waited for as well, and has nothing to do with it.
    const requirements = catalogue.filter(({ id }) => id.startsWith('request.'));
    const { waited } = await runOn({ wrap }, { requirements });
    expect(waited).toBeLessThan(5000);
  });

  it('a run on a tenant stops creating, and says why', async () => {
    const { report, left, entries } = await runOn(
      { wrap },
      { limits: { ...LIMITS, maxLive: 1 }, isShared: true },
    );
    expect(left).toHaveLength(1);
    expect(report.actions).toMatchObject({ created: 1, deleted: 0, leftOver: 1 });
    expect(entries.ids.size).toBe(1);
    const reasons = report.requirements.map((each) => each.reason);
    expect(reasons.filter((each) => each.includes(reason))).not.toEqual([]);
    expect(report.requests.cleanup).toBeLessThan(20);
  });
});

const LIMITS = { maxRequests: Infinity, maxCreates: Infinity, maxLive: Infinity, maxTimeMs: Infinity };

it.each([
  ['refused with 405', deleting(() => plain(405)), false],
  ['answered with 200', deleting(() => plain(200)), false],
  ['answered with 404', deleting(() => plain(404)), false],
  ['answered with 204, as if it had worked', deleting(() => plain(204)), true],
])('a read after a deletion that is %s is held against it: %j', async (_, wrap, isBroken) => {
  const requirements = catalogue.filter(({ id }) => id.startsWith('lifecycle.'));
  const { report } = await runOn({ wrap }, { requirements, depth: 'deep', explore: 200 });
  expect(idsWith(report, 'failed', 'warned').includes('lifecycle.delete.gone')).toBe(isBroken);
});

describe('where a deletion is not what it should be, and deletes', () => {
  it.each<[string, ReturnType<typeof deleting>]>([
    ['with 200', deleting(async (honest, request) => plain((await honest(request)).ok ? 200 : 404))],
    ['with 202', deleting(async (honest, request) => plain((await honest(request)).ok ? 202 : 404))],
    ['with 500', deleting(async (honest, request) => plain((await honest(request)).ok ? 500 : 404))],
  ])('%s, nothing is left over, and little is asked', async (_, wrap) => {
    const { report, left, entries } = await runOn({ wrap });
    const { created, deleted, leftOver } = report.actions;
    expect(left).toEqual([]);
    expect(leftOver).toBe(0);
    expect(deleted).toBe(created);
    expect(entries.ids.size + entries.names.size).toBe(0);
    expect(report.requests.total).toBeLessThan(320);
  });
});

it('a deletion that fails now and then is tried again', async () => {
  const asked = new Set<string>();
  const wrap = deleting((honest, request) => {
    const isFirst = !asked.has(request.url);
    asked.add(request.url);
    return isFirst && asked.size % 4 === 0 ? plain(503) : honest(request);
  });
  const { report, left } = await runOn({ wrap });
  expect(left).toEqual([]);
  expect(report.actions.leftOver).toBe(0);
});
