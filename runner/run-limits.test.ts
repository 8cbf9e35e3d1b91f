import { describe, expect, it } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import { breakOff } from '../fixtures/tenant/broken-off.ts';
import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { UNLIMITED, type Limits } from './budget.ts';
import { idsWith, resultOf, runAgainst } from './example-run.ts';
import type { LedgerEntry } from './cleanup/ledger.ts';
import { OpenEntries } from './cleanup/open-entries.ts';

/** The id of no action. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

const limited = (limits: Partial<Limits>) => ({ limits: { ...UNLIMITED, ...limits } });

/** Time in which no pause takes any. */
const INSTANT = { now: () => Date.now(), pause: () => Promise.resolve() };

/** Counts the actions that are there after each request. */
function counting(around: (honest: TenantFetch) => TenantFetch = (honest) => honest) {
  let [most, live] = [0, 0];
  const wrap = (honest: TenantFetch): TenantFetch => {
    const counted: TenantFetch = async (request) => {
      const answer = await honest(request);
      if (request.method === 'POST' && answer.status === 201 && request.url.endsWith('/actions')) live += 1;
      if (request.method === 'DELETE' && answer.status === 204) live -= 1;
      most = Math.max(most, live);
      return answer;
    };
    return around(counted);
  };
  return { wrap, most: () => most };
}

/** Fails deletes, all of them or the first so many. */
const failingDeletes =
  (times = Infinity) =>
  (honest: TenantFetch): TenantFetch => {
    let failed = 0;
    return async (request) => {
      if (request.method !== 'DELETE' || failed >= times) return honest(request);
      failed += 1;
      return Response.json({ statusCode: 500 }, { status: 500 });
    };
  };

describe('a limit on live actions', () => {
  it('of one still judges every MUST, and says what it left out', async () => {
    const { wrap, most } = counting();
    const { report } = await runAgainst({ wrap }, { depth: 'standard', ...limited({ maxLive: 1 }) });
    expect(report.verdict).toBe('conformant');
    expect(idsWith(report, 'not-exercised')).toEqual(['request.name.repeated']);
    expect(resultOf(report, 'request.name.repeated').reason).toBe(
      'needs 2 live actions, allowed 1 (--max-live)',
    );
    expect(most()).toBe(1);
  });

  it('holds on a tenant though nothing can be deleted, and the run says what is left over', async () => {
    const { wrap, most } = counting(failingDeletes());
    const { report, left } = await runAgainst(
      { wrap },
      { ...limited({ maxLive: 1 }), isShared: true, time: INSTANT },
    );
    expect(most()).toBe(1);
    expect(left).toHaveLength(1);
    expect(report.actions).toMatchObject({ created: 1, deleted: 0, leftOver: 1 });
    expect(resultOf(report, 'request.name.type').reason).toMatch('DELETE answers 500, and what cannot');
  });

  it('is not taken for a target that keeps silent', async () => {
    const { report } = await runAgainst({}, limited({ maxCreates: 1 }));
    const reasons = new Set(report.requirements.map(({ reason }) => reason));
    expect([...reasons].filter((reason) => /three times in a row/.test(reason))).toEqual([]);
    expect(reasons).toContain('the budget of 1 creates is spent (--max-creates)');
  });

  it('counts actions that were created under another id than the target says', async () => {
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      async (request) => {
        const answer = await honest(request);
        if (request.method !== 'POST' || answer.status !== 201) return answer;
        return new Response((await answer.text()).replace(/"id":"[\w-]{36}"/, `"id":"${NOBODY}"`), answer);
      };
    const entries = new OpenEntries();
    const journal = { write: (entry: LedgerEntry) => entries.note(entry) };
    // A larger plan looks for what refused creates left, and would find these.
    const requirements = catalogue.filter(({ id }) => id.startsWith('request.code.'));
    const { report, left } = await runAgainst({ wrap }, { journal, requirements });
    expect(left).toEqual([]);
    expect(report.actions.leftOver).toBe(0);
    expect([...entries.ids, ...entries.names]).toEqual([]);
  });

  it('does not hide that the target has fallen silent', async () => {
    let requests = 0;
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      async (request) => {
        // The test itself may look at what is left.
        const isSuite = request.method === 'POST' || request.headers.get('accept') === 'application/json';
        if (!isSuite) return await honest(request);
        requests += 1;
        return requests > 30 ? breakOff() : await honest(request);
      };
    const { report } = await runAgainst({ wrap }, { depth: 'standard', ...limited({ maxLive: 1 }) });
    expect(requests).toBeLessThan(60);
    const { reason } = resultOf(report, 'request.supported_triggers.compatible_triggers.version.type');
    expect(reason).toMatch('the target gave no answer three times in a row');
  });

  it('is made room for by deleting again', async () => {
    const { wrap, most } = counting(failingDeletes(1));
    const { report, left } = await runAgainst({ wrap }, limited({ maxLive: 1 }));
    expect(report.verdict).toBe('conformant');
    expect(most()).toBe(1);
    expect(left).toEqual([]);
  });
});

it('a limit on creates ends the run', async () => {
  const { report, events } = await runAgainst({}, limited({ maxCreates: 3 }));
  expect(report.actions).toEqual({ created: 3, deleted: 3, leftOver: 0 });
  expect(events).toContainEqual({
    kind: 'stopped',
    reason: 'the budget of 3 creates is spent (--max-creates)',
  });
});

it('a limit on time ends the run, cleaned up', async () => {
  let hours = 0;
  const time = { now: () => Date.now() + hours * 3_600_000, pause: () => Promise.resolve() };
  const wrap =
    (honest: TenantFetch): TenantFetch =>
    async (request) => {
      if (request.method === 'DELETE') hours += 1;
      return honest(request);
    };
  const { report, left } = await runAgainst({ wrap }, { time, ...limited({ maxTimeMs: 60_000 }) });
  expect(report.verdict).toBe('partial');
  expect(report.actions).toEqual({ created: 1, deleted: 1, leftOver: 0 });
  expect(resultOf(report, 'request.name.type').reason).toBe(
    'the 60 s that the run may take are over (--max-time)',
  );
  expect(left).toEqual([]);
});

describe('a create whose answer is lost', () => {
  it.each<[string, (answer: Response) => Response]>([
    ['an error of the server', () => new Response('Bad gateway', { status: 502 })],
    ['an answer without an id', (answer) => Response.json({}, { status: answer.status })],
    ['half an answer', () => new Response('{"id":"', { status: 201 })],
  ])('by %s is looked for by its name, and deleted', async (_, spoil) => {
    const wrap =
      (honest: TenantFetch): TenantFetch =>
      async (request) => {
        const answer = await honest(request);
        const isCreate = request.method === 'POST' && request.url.endsWith('/actions/actions');
        return isCreate && answer.status === 201 ? spoil(answer) : answer;
      };
    const { report, left } = await runAgainst({ wrap }, limited({ maxLive: 1 }));
    expect(idsWith(report, 'failed', 'warned')).not.toEqual([]);
    expect(report.actions.created).toBeGreaterThan(0);
    expect(left).toEqual([]);
  });
});
