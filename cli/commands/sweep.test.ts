import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

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

describe('sweep by ledgers', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'conformance-'));
    await mkdir(join(dir, 'ledgers'));
  });
  afterEach(() => rm(dir, { recursive: true }));
  const head = (changes: object = {}): string =>
    JSON.stringify({
      run: 'run00001',
      target: tenant.url,
      startedAt: Date.now(),
      host: 'far',
      pid: 1,
      ...changes,
    });
  const path = (): string => join(dir, 'ledgers', 'run00001.jsonl');
  const write = async (...lines: readonly string[]): Promise<void> => {
    await writeFile(path(), `${lines.join('\n')}\n`);
    await utimes(path(), 1, 1);
  };

  it.each<[string, () => Promise<unknown>, string]>([
    ['a folder', () => mkdir(path()), 'it is a folder'],
    ['of a newer version', () => write(head({ version: 2 })), 'it is of version 2'],
    ['no ledger', () => write('[]'), 'it does not begin as a ledger does'],
    [
      'of another run than it is called after',
      () => write(head({ run: 'run00002' })),
      'its first line is not',
    ],
    ['damaged inside', () => write(head(), '{"asked":"a"}', '{"as'), 'line 3 is none that this suite knows'],
    ['what a newer suite notes', () => write(head(), '{"renamed":"a"}'), 'line 2 is none'],
  ])('tells and keeps what is %s, and fails', async (_, make, why) => {
    await make();
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true).mockClear();
    await expect(sweep('--state-dir', dir)).rejects.toThrow(
      'cannot be read, so that something may be left over',
    );
    expect(written.mock.calls.join('')).toContain(`cannot be read, and is kept: ${why}`);
    expect(await readdir(join(dir, 'ledgers'))).toEqual(['run00001.jsonl']);
  });

  it('tells of a run that is under way elsewhere, and leaves its actions alone', async () => {
    const id = await create('Conformance-run00001-0123456789ab');
    await write(head(), JSON.stringify({ created: id, name: 'Conformance-run00001-0123456789ab' }));
    await utimes(path(), new Date(), new Date());
    expect(await sweep('--state-dir', dir)).toMatch(
      /the run run00001 is under way \(process 1 on far, last heard/,
    );
    await utimes(path(), 1, 1);
    expect(await sweep('--state-dir', dir, '--dry-run')).toBe(
      `would delete the action ${id}, which is called Conformance-run00001-0123456789ab\n`,
    );
    expect(await sweep('--state-dir', dir)).toBe('swept 1 action that an earlier run left\n');
    expect(await readdir(join(dir, 'ledgers'))).toEqual([]);
  });
});

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
