import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

import type { Json } from '../contracts/expectation.ts';
import { valueAt } from '../contracts/pointer.ts';
import { tenantStarter, type Answer, type DrivenTenant } from '../fixtures/tenant/drive-tenant.ts';
import { createActionRequest, faults, faultyRequest, type CreateActionRequest } from './library.ts';

const SEED = 20_261_122;
const start = tenantStarter(afterEach);
const JSON_HEADERS = { 'content-type': 'application/json' };

const sending = (tenant: DrivenTenant, text: string): Promise<Answer> =>
  tenant.send('POST', tenant.actions, { body: text, headers: JSON_HEADERS });

/** References to the one module of the mock tenant. */
async function moduleOf({ get }: DrivenTenant) {
  const { body } = await get('/api/v2/actions/modules');
  const id = textAt(body, '/modules/0/id');
  const { body: versions } = await get(`/api/v2/actions/modules/${id}/versions`);
  return fc.constant({ module_id: id, module_version_id: textAt(versions, '/versions/0/id') });
}

function textAt(body: Answer['body'], at: string): string {
  const found = valueAt(JSON.parse(JSON.stringify(body)) as Json, at);
  if (typeof found !== 'string') throw new Error(`no text at ${at}`);
  return found;
}

/** What an answer says again of what was sent; never a secret's value. */
const echoOf = ({ name, code, runtime, dependencies, secrets, supported_triggers }: CreateActionRequest) => ({
  name,
  ...(code === undefined ? {} : { code }),
  ...(runtime === undefined ? {} : { runtime }),
  ...(dependencies === undefined ? {} : { dependencies }),
  ...(secrets === undefined ? {} : { secrets: secrets.map((secret) => ({ name: secret.name })) }),
  supported_triggers: supported_triggers.map(({ id }) => ({ id })),
});

describe(`against the mock tenant, with seed ${SEED}`, () => {
  it('every valid body is accepted and echoed', async () => {
    const tenant = await start({ maxActions: Infinity });
    const bodies = createActionRequest({ module: await moduleOf(tenant) });
    const property = fc.asyncProperty(bodies, async (request) => {
      const { status, body } = await sending(tenant, JSON.stringify(request));
      expect(status, String(body['message'])).toBe(201);
      expect(body).toMatchObject(echoOf(request));
    });
    await fc.assert(property, { seed: SEED, numRuns: 300 });
  });

  it('every faulty body is refused, and leaves nothing behind', async () => {
    const tenant = await start();
    const bodies = faultyRequest({ module: await moduleOf(tenant) });
    const property = fc.asyncProperty(bodies, async ({ text, title }) => {
      expect((await sending(tenant, text)).status, title).toBe(400);
    });
    await fc.assert(property, { seed: SEED, numRuns: 500 });
    expect((await tenant.get(tenant.actions)).body).toMatchObject({ total: 0 });
  });
});

describe('faults', () => {
  const [valid] = fc.sample(
    createActionRequest({ requiredKeys: ['code', 'dependencies', 'secrets'], maxDependencies: 10 }).filter(
      ({ dependencies = [] }) => dependencies.length > 1,
    ),
    { seed: SEED, numRuns: 1 },
  );
  if (valid === undefined) throw new Error('nothing was drawn');
  const all = faults(valid);

  it('are made of one body in every place, item by item', () => {
    const places = new Set(all.map(({ fault }) => fault.at));
    expect(places).toContain('/dependencies/1/version');
    expect(places).not.toContain('/modules/0/module_id');
    expect(all.length).toBeGreaterThan(100);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  });

  it('are all refused, where the body itself is accepted', async () => {
    const tenant = await start();
    expect((await sending(tenant, JSON.stringify(valid))).status).toBe(201);
    const accepted: string[] = [];
    for (const { text, title } of all) if ((await sending(tenant, text)).status !== 400) accepted.push(title);
    expect(accepted).toEqual([]);
  });

  it('are not made of a body that has one already', () => {
    expect(() => faults({ ...valid, supported_triggers: [] })).toThrow('a body meant to be valid is not');
  });
});

describe('faulty requests', () => {
  it('are values alone where no other can be sent', () => {
    const drawn = fc.sample(faultyRequest({ syntax: false }), { seed: SEED, numRuns: 2_000 });
    expect(drawn.filter(({ value }) => value === undefined)).toEqual([]);
  });

  it('have nothing to do with modules unless references to them are drawn', () => {
    const drawn = fc.sample(faultyRequest(), { seed: SEED, numRuns: 2_000 });
    expect(drawn.filter(({ fault }) => fault.at.startsWith('/modules/'))).toEqual([]);
    expect(drawn.map(({ text }) => text).join('')).not.toContain('<<module');
  });
});
