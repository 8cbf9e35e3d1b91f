import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readLedgers } from '../cli/leftovers.ts';
import { ledgersIn } from '../cli/ledger-file.ts';
import { Transport } from '../driver/transport.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import { UNLIMITED } from '../runner/budget.ts';
import { listAll } from '../runner/cleanup/list-all.ts';
import { sweep } from '../runner/cleanup/sweep.ts';
import { openSession } from '../runner/open-session.ts';
import type { Session } from '../runner/session.ts';
import { drawer } from './drawer.ts';
import { mutated } from './mutate-bytes.ts';

/** What is on the tenant beside what a run left there. */
const FOREIGN = [
  'prod-login',
  'Conformance-dashboard',
  'Conformance-other001-0123456789ab',
  'Conformance-',
  ' ',
];

const RUN = 'damaged1';
const LONG_AGO = Date.now() / 1000 - 24 * 3600;

/** What sweeping by damaged ledgers came to. */
interface Swept {
  readonly ledgers: number;
  /** Ledgers that were told as damaged, and kept. */
  readonly told: number;
  /** Actions of the run that were found all the same, and deleted. */
  readonly deleted: number;
  /** Names of foreign actions that are no longer as they were. */
  readonly touched: readonly string[];
}

/** Sweeps a tenant by so many ledgers, each damaged in another way, with the ids and names of foreign actions in them. */
export async function sweepByDamaged(ledgers: number, seed: number): Promise<Swept> {
  const tenant = await startMockTenant();
  const transport = new Transport();
  const dir = await mkdtemp(join(tmpdir(), 'conformance-ledgers-'));
  const draw = drawer(seed);
  let [told, deleted] = [0, 0];
  try {
    const time = { now: () => Date.now(), pause: () => Promise.resolve() };
    const access = { by: 'token', token: await tenant.token() } as const;
    const options = { base: tenant.url, access, runId: 'sweeper1', time, limits: UNLIMITED };
    const create = creator(tenant.url, access.token);
    const foreign = await Promise.all(FOREIGN.map(create));
    await mkdir(ledgersIn(dir), { recursive: true });
    for (let number = 0; number < ledgers; number += 1) {
      const session = await openSession(transport, options, new Set());
      const own = await create(`Conformance-${RUN}-${number.toString(16).padStart(12, '0')}`);
      const ids = [own, foreign[number % foreign.length] ?? '', '.', '..', '../../clients'];
      const path = join(ledgersIn(dir), `${RUN}.jsonl`);
      await writeFile(path, mutated(ledgerOf(tenant.url, ids), Math.floor(draw() * 2 ** 31)));
      await utimes(path, LONG_AGO, LONG_AGO);
      const { leftovers, unread } = readLedgers(dir, tenant.url, Date.now());
      told += unread.length;
      deleted += await sweepAll(session, leftovers);
      if (unread.length > 0 && !(await readdir(ledgersIn(dir))).includes(`${RUN}.jsonl`)) {
        throw new Error('a damaged ledger was not kept');
      }
      await rm(path, { force: true });
    }
    const left = await names(tenant.url, access.token);
    return { ledgers, told, deleted, touched: FOREIGN.filter((name) => !left.includes(name)) };
  } finally {
    await rm(dir, { recursive: true });
    await transport.close();
    await tenant.close();
  }
}

async function sweepAll(
  session: Session,
  leftovers: ReturnType<typeof readLedgers>['leftovers'],
): Promise<number> {
  let deleted = 0;
  for (const leftover of leftovers) {
    const swept = await sweep(session, leftover, await listAll(session));
    leftover.settle(swept);
    deleted += swept.deleted.length;
  }
  return deleted;
}

/** A ledger that names these actions, and asks for the names of all foreign ones. */
function ledgerOf(target: string, ids: readonly string[]): Uint8Array {
  const head = { version: 1, run: RUN, target, startedAt: Date.now() - 1000, host: 'elsewhere', pid: 1 };
  const entries = [
    ...FOREIGN.map((asked) => ({ asked })),
    ...ids.map((created) => ({ created, name: 'prod-login' })),
  ];
  return Buffer.from(`${[head, ...entries].map((line) => JSON.stringify(line)).join('\n')}\n`);
}

const creator =
  (url: string, token: string) =>
  async (name: string): Promise<string> => {
    const answer = await fetch(`${url}/api/v2/actions/actions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name, supported_triggers: [{ id: 'post-login', version: 'v3' }] }),
    });
    return ((await answer.json()) as { readonly id: string }).id;
  };

async function names(url: string, token: string): Promise<readonly string[]> {
  const all: string[] = [];
  for (let page = 0; ; page += 1) {
    const answer = await fetch(`${url}/api/v2/actions/actions?per_page=100&page=${page}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { actions } = (await answer.json()) as { readonly actions: readonly { readonly name: string }[] };
    all.push(...actions.map(({ name }) => name));
    if (actions.length < 100) return all;
  }
}
