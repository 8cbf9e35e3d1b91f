import process from 'node:process';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { startMockTenant } from '../../fixtures/tenant/start-mock-tenant.ts';
import { program } from '../program.ts';

let tenant: Awaited<ReturnType<typeof startMockTenant>>;
let token: string;
beforeAll(async () => {
  tenant = await startMockTenant();
  token = await tenant.token(['create:actions', 'read:actions', 'delete:actions']);
});
afterAll(() => tenant.close());

/** What `sweep` prints with these flags. */
async function sweep(...flags: readonly string[]): Promise<string> {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true).mockClear();
  const line = ['sweep', '--target', tenant.url, '--token', token, ...flags];
  await program().parseAsync(line, { from: 'user' });
  return written.mock.calls.map(([chunk]) => String(chunk)).join('');
}

async function create(name: string): Promise<string> {
  const answer = await fetch(`${tenant.url}/api/v2/actions/actions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, supported_triggers: [{ id: 'post-login', version: 'v3' }] }),
  });
  return String(((await answer.json()) as { readonly id: unknown }).id);
}

describe('sweep --id', () => {
  it('tells what it deleted from what was not there', async () => {
    const id = await create('Conformance-example1-0123456789ab');
    expect(await sweep('--id', id, 'nope')).toBe(
      'swept 1 action that an earlier run left\nthe action nope was not there\n',
    );
  });

  it('leaves alone what is not called as the suite calls its actions, and fails', async () => {
    const id = await create('prod-login');
    await expect(sweep('--id', id)).rejects.toThrow('1 could not be swept');
    expect(await sweep('--id', id, '--dry-run')).toBe(
      `${id} is left alone: it is called prod-login, which is not a name of the suite\n`,
    );
  });

  it('takes no --prefix beside it, and --older-than is nothing without one', async () => {
    await expect(sweep('--id', 'a', '--prefix', 'Conformance-')).rejects.toThrow('cannot be used with');
    await expect(sweep('--older-than', '2h')).rejects.toThrow('--older-than chooses among actions');
    expect(await sweep('--prefix', 'Conformance-', '--older-than', '2h')).toMatch(/^swept 0 actions/);
  });
});
