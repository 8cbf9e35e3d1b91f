import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { runCli, startCli, type MockProcess } from '../cli/example-process.ts';

/** Names that look like the suite's, and are not. */
const LOOK_ALIKES = [
  'Conformance-dashboard',
  'Conformance-aaaa1111-0123456789ab',
  'conformance-aaaa1111-0123456789ab',
  'Conformance-aaaa1111-0123456789ab (copy)',
  'Somebody else’s action',
];

/** What is on a tenant beside the suite's own. */
export interface Foreign {
  /** Ids of all the actions that are there. */
  ids(): Promise<readonly string[]>;
}

/** Puts actions of others on a mock tenant in another process, and looks at what is there. */
export async function plantForeign({ url, clientId, clientSecret }: MockProcess): Promise<Foreign> {
  const json = { 'content-type': 'application/json' };
  const granted = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    }),
  });
  const { access_token: token } = (await granted.json()) as { readonly access_token: string };
  const headers = { ...json, authorization: `Bearer ${token}` };
  const actions = `${url}/api/v2/actions/actions`;
  for (const name of LOOK_ALIKES) {
    const body = JSON.stringify({ name, supported_triggers: [{ id: 'post-login', version: 'v3' }] });
    const { status } = await fetch(actions, { method: 'POST', headers, body });
    if (status !== 201) throw new Error(`the tenant could not be furnished: it answered ${status}`);
  }
  return {
    async ids() {
      const answer = await fetch(`${actions}?per_page=100`, { headers });
      const { actions: listed } = (await answer.json()) as { readonly actions: readonly { id: string }[] };
      return listed.map(({ id }) => id).toSorted();
    },
  };
}

/** What a killed run and the sweep after it came to. */
interface Killed {
  /** Whether the run had begun to create by then. */
  readonly hadBegun: boolean;
  /** How many actions of the run were there before the sweep. */
  readonly left: number;
  /** Exit code of the sweep. */
  readonly code: number | null;
}

/** Starts a run, ends it by `SIGKILL` after so many milliseconds, and sweeps. */
export async function killAndSweep(
  mock: MockProcess,
  foreign: Foreign,
  stateDir: string,
  afterMs: number,
): Promise<Killed> {
  const before = await foreign.ids();
  const where = ['--target', mock.url, '--state-dir', stateDir];
  const child = startCli(
    ['run', ...where, '--depth', 'quick', '--report-dir', join(stateDir, 'report')],
    mock.environment,
  );
  const closed = once(child, 'close');
  // The first line comes once the plan is made: what is before that touches no tenant.
  await Promise.race([once(child.stderr ?? child, 'data'), closed]);
  await Promise.race([pause(afterMs), closed]);
  child.kill('SIGKILL');
  await closed;
  const left = (await foreign.ids()).length - before.length;
  const { code } = await runCli(['sweep', ...where], mock.environment);
  return { hadBegun: child.signalCode === 'SIGKILL', left, code };
}
