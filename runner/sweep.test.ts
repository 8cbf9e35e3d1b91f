import { afterEach, describe, expect, it } from 'vitest';

import { Transport } from '../driver/transport.ts';
import type { MockTenant, TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import { UNLIMITED } from './budget.ts';
import { findOwn } from './find-own.ts';
import type { LedgerEntry } from './ledger.ts';
import { openSession } from './open-session.ts';
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
    expect(openIn(entries)).toEqual({ ids: new Set(ids), names: new Set(names) });
  });
});

describe('a sweep', () => {
  it('deletes by id and by the whole name, and no look-alike', async () => {
    const { session, create, names } = await setUp();
    const others = [`${NAME}-2`, NAME.toLowerCase(), `${NAME} `, 'another'];
    for (const name of others) await create(name);
    const id = await create('whatever it is called now');
    const lost = await create(NAME);
    const swept = await sweep(session, {
      startedAt: Date.now(),
      ids: new Set([id, 'gone already']),
      names: new Set([NAME, 'never created']),
    });
    expect(swept).toEqual({ deleted: [id, lost], absent: ['gone already'], left: [], unknown: [] });
    expect((await names()).toSorted()).toEqual(others.toSorted());
  });

  it('leaves alone what was there before the run, even by the very name', async () => {
    const { session, create, names } = await setUp();
    await create(NAME);
    const later = Date.now() + 3_600_000;
    const swept = await sweep(session, { startedAt: later, ids: new Set(), names: new Set([NAME]) });
    expect(swept.deleted).toEqual([]);
    expect(await names()).toEqual([NAME]);
  });

  it('says what it could not do', async () => {
    const { session } = await setUp(
      () => () => Promise.resolve(Response.json({ statusCode: 500 }, { status: 500 })),
    );
    const swept = await sweep(session, { startedAt: 0, ids: new Set(['1']), names: new Set(['a']) });
    expect(swept).toEqual({ deleted: [], absent: [], left: ['1'], unknown: ['a'] });
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
