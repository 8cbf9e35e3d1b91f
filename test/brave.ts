import { SecretSearch } from '../contracts/secret-search.ts';
import { Transport } from '../driver/transport.ts';
import { openSession } from '../runner/open-session.ts';
import { UNLIMITED } from '../runner/budget.ts';
import { listAll } from '../runner/cleanup/list-all.ts';
import { sweep } from '../runner/cleanup/sweep.ts';
import { survive, type Survived } from './chaos-run.ts';
import type { ChaosServer } from './chaos-server.ts';
import { virtualTime } from './virtual-time.ts';

/** A run through bad weather, and what is to be seen once it is over. */
export interface Brave extends Survived {
  /** Secrets that stand in what would have been written, in whatever encoding. */
  readonly leaks: readonly string[];
  /** How many actions are on the tenant once what the ledger knows was swept. */
  readonly left: number;
}

/** Runs the suite against a hostile target, then sweeps in calm weather. */
export async function brave(server: ChaosServer): Promise<Brave> {
  const { url: base, access } = server;
  const survived = await survive(base, access);
  const secrets = [
    access.clientSecret,
    ...(await server.tokens()),
    'conformance-secret-1-chaos001',
    'conformance-secret-2-chaos001',
  ];
  const leaks = secrets.filter((secret) => new SecretSearch([secret], { cut: true }).finds(survived.written));
  await server.calm();
  const transport = new Transport();
  try {
    const options = { base, access, runId: 'sweeper1', time: virtualTime(), limits: UNLIMITED };
    const session = await openSession(transport, options, new Set());
    const leftover = { run: 'chaos001', startedAt: 0, ...survived.open, settle: () => undefined };
    await sweep(session, leftover, await listAll(session));
  } finally {
    await transport.close();
  }
  return { ...survived, leaks, left: await server.actions() };
}
