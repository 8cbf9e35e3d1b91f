import { afterEach, describe, expect, it } from 'vitest';

import { Transport } from '../../driver/transport.ts';
import type { MockTenant, TenantFetch } from '../../fixtures/tenant/mock-tenant.ts';
import { startMockTenant } from '../../fixtures/tenant/start-mock-tenant.ts';
import { UNLIMITED } from '../budget.ts';
import { findOwn } from './find-own.ts';
import type { LedgerEntry } from './ledger.ts';
import { openSession } from '../open-session.ts';
import type { Session } from '../session.ts';
import { listAll } from './list-all.ts';
import { planSweep, type Leftover } from './plan-sweep.ts';
import { openIn, sweep } from './sweep.ts';

const NAME = 'Conformance-example1-0123456789ab';
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function setUp(wrap?: (honest: TenantFetch) => TenantFetch) {
  const tenant = await startMockTenant(wrap === undefined ? {} : { wrap });
  const transport = new Transport();
  open.push(
    () => transport.close(),
    () => tenant.close(),
  );
  const time = { now: () => Date.now(), pause: () => Promise.resolve() };
  const access = { by: 'token', token: await tenant.token() } as const;
  const options = { base: tenant.url, access, runId: 'example1', time, limits: UNLIMITED };
  const session = await openSession(transport, options, new Set());
  return { session, create: (name: string) => createOn(tenant, name), names: () => namesOn(tenant) };
}

async function createOn(tenant: MockTenant, name: string): Promise<string> {
  const answer = await fetch(`${tenant.url}/api/v2/actions/actions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await tenant.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, supported_triggers: [{ id: 'post-login', version: 'v3' }] }),
  });
  return ((await answer.json()) as { readonly id: string }).id;
}

async function namesOn(tenant: MockTenant): Promise<readonly string[]> {
  const headers = { authorization: `Bearer ${await tenant.token()}` };
  const answer = await fetch(`${tenant.url}/api/v2/actions/actions?per_page=100`, { headers });
  const { actions } = (await answer.json()) as { readonly actions: readonly { readonly name: string }[] };
  return actions.map(({ name }) => name);
}

describe('what a ledger leaves open', () => {
  it.each<[string, readonly LedgerEntry[], readonly string[], readonly string[]]>([
    ['nothing', [], [], []],
    ['a create on its way', [{ asked: 'a' }], [], ['a']],
    ['a create that was refused', [{ asked: 'a' }, { refused: 'a' }], [], []],
    ['an action', [{ asked: 'a' }, { created: '1', name: 'a' }], ['1'], []],
    ['an action that was deleted', [{ asked: 'a' }, { created: '1', name: 'a' }, { deleted: '1' }], [], []],
    [
      'the first by a name, though a second was refused',
      [{ asked: 'a' }, { asked: 'a' }, { refused: 'a' }],
      [],
      ['a'],
    ],
    ['a second by that name', [{ asked: 'a' }, { created: '1', name: 'a' }, { asked: 'a' }], ['1'], ['a']],
  ])('%s', (_, entries, ids, names) => {
    const left = openIn(entries);
    expect([...left.ids.keys()]).toEqual(ids);
    expect([...left.names]).toEqual(names);
  });
});

const leftover = (changes: Partial<Leftover>): Leftover => ({
  run: 'example1',
  startedAt: Date.now(),
  ids: new Map(),
  names: new Set(),
  settle: () => undefined,
  ...changes,
});

/** What a sweep did, in plain lists. */
async function swept(session: Session, changes: Partial<Leftover>) {
  const { deleted, absent, foreign, left, unknown } = await sweep(
    session,
    leftover(changes),
    await listAll(session),
  );
  return { deleted, absent, foreign: [...foreign.keys()], left: [...left], unknown: [...unknown.keys()] };
}

const NOTHING = { deleted: [], absent: [], foreign: [], left: [], unknown: [] };

describe('a sweep', () => {
  it('deletes by id and by the whole name, and no look-alike', async () => {
    const { session, create, names } = await setUp();
    const others = [`${NAME}-2`, NAME.toLowerCase(), `${NAME} `, 'another'];
    for (const name of others) await create(name);
    const id = await create('Conformance-example1-ba9876543210');
    const lost = await create(NAME);
    expect(
      await swept(session, {
        ids: new Map([
          [id, NAME],
          ['gone already', ''],
        ]),
        names: new Set([NAME]),
      }),
    ).toEqual({ ...NOTHING, deleted: [id, lost], absent: ['gone already'] });
    expect((await names()).toSorted()).toEqual(others.toSorted());
  });

  it.each([
    ['somebody else’s name', 'prod-login'],
    ['a name of another run', 'Conformance-example2-0123456789ab'],
    ['a copy', `${NAME} (copy)`],
    ['a name that only begins as the suite’s do', 'Conformance-example1-dashboard'],
  ])('leaves alone what bears %s, whatever the ledger says', async (_, name) => {
    const { session, create, names } = await setUp();
    const id = await create(name);
    expect(await swept(session, { ids: new Map([[id, NAME]]) })).toEqual({ ...NOTHING, foreign: [id] });
    expect(await names()).toEqual([name]);
  });

  it.each(['prod-login', 'Conformance-example2-0123456789ab', 'Conformance-example1-dashboard'])(
    'does not look for %s, whatever the ledger says',
    async (name) => {
      const { session, create, names } = await setUp();
      await create(name);
      expect(await swept(session, { names: new Set([name]) })).toEqual({ ...NOTHING, foreign: [name] });
      expect(await names()).toEqual([name]);
    },
  );

  it.each(['.', '..', 'a/b', '../actions', 'a\nb', ''])('sends no request for the id %j', async (id) => {
    const seen: string[] = [];
    const { session } = await setUp((honest) => (request) => {
      seen.push(`${request.method} ${new URL(request.url).pathname}`);
      return honest(request);
    });
    expect(await swept(session, { ids: new Map([[id, '']]) })).toEqual({ ...NOTHING, foreign: [id] });
    expect(seen.filter((each) => each !== 'GET /api/v2/actions/actions')).toEqual([]);
  });

  it('finds what was created under another id than the ledger says, by its name', async () => {
    const { session, create, names } = await setUp();
    const id = await create(NAME);
    const foreign = await create('another');
    expect(await swept(session, { ids: new Map([[foreign, NAME]]) })).toEqual({
      ...NOTHING,
      deleted: [id],
      foreign: [foreign],
    });
    expect(await names()).toEqual(['another']);
  });

  it('reads each action where the target lists nothing', async () => {
    const { session, create, names } = await setUp(
      (honest) => (request) =>
        request.headers.get('accept') === 'application/json' &&
        request.method === 'GET' &&
        request.url.includes('?')
          ? Promise.resolve(Response.json({ statusCode: 403 }, { status: 403 }))
          : honest(request),
    );
    const id = await create(NAME);
    const foreign = await create('another');
    const ids = new Map([id, foreign, 'gone'].map((each) => [each, ''] as const));
    expect(await swept(session, { ids, names: new Set([NAME]) })).toEqual({
      ...NOTHING,
      deleted: [id],
      absent: ['gone'],
      foreign: [foreign],
      unknown: [NAME],
    });
    expect(await names()).toEqual(['another']);
  });

  it('leaves alone what was there before the run, even by the very name', async () => {
    const { session, create, names } = await setUp();
    await create(NAME);
    const later = Date.now() + 3_600_000;
    expect(await swept(session, { startedAt: later, names: new Set([NAME]) })).toEqual(NOTHING);
    expect(await names()).toEqual([NAME]);
  });

  it('says what it could not do, and does not try for ever', async () => {
    let requests = 0;
    const { session } = await setUp(() => () => {
      requests += 1;
      return Promise.resolve(Response.json({ statusCode: 500 }, { status: 500 }));
    });
    const ids = new Map(Array.from({ length: 50 }, (_, number) => [`id${number}`, ''] as const));
    const { left, unknown, ...rest } = await swept(session, { ids, names: new Set([NAME]) });
    expect(rest).toEqual({ deleted: [], absent: [], foreign: [] });
    expect(left).toHaveLength(50);
    expect(left[0]).toEqual(['id0', 'GET answers 500, so that it is not known whose it is']);
    expect(unknown).toEqual([NAME]);
    expect(requests).toBeLessThan(10);
  });

  it('plans without changing anything', async () => {
    const { session, create, names } = await setUp();
    const id = await create(NAME);
    const foreign = await create('another');
    const ids = new Map([id, foreign].map((each) => [each, ''] as const));
    const { own, foreign: alone } = await planSweep(session, leftover({ ids }), await listAll(session));
    expect([...own]).toEqual([[id, NAME]]);
    expect([...alone]).toEqual([[foreign, 'it is called another, which is not a name of the run example1']]);
    expect((await names()).toSorted()).toEqual([NAME, 'another'].toSorted());
  });
});

it('the suite’s own actions are found by name and age', async () => {
  const { session, create } = await setUp();
  for (let count = 0; count < 3; count += 1) await create(`Conformance-${count}`);
  const id = await create(NAME);
  const found = await findOwn(session, 'Conformance-', Date.now() + 1000);
  expect(found.map((each) => each.id)).toEqual([id]);
  expect(await findOwn(session, 'Conformance-', Date.now() - 60_000)).toEqual([]);
  expect(await findOwn(session, 'Conformance-other', Date.now() + 1000)).toEqual([]);
});
