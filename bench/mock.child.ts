import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';

// The mock tenant as a process by itself, until its stdin ends. It holds any number of actions, and builds them
// at once: the bench is not to measure a limit, nor how long somebody waits. It answers at once, too, unless it is told
// to take some milliseconds, as any server does that is not on this machine or asks a database.
const delayMs = Number(process.argv[2] ?? 0);
const slowly = (honest: TenantFetch) => async (request: Request) => {
  await pause(delayMs);
  return await honest(request);
};
const tenant = await startMockTenant({
  maxActions: Number.MAX_SAFE_INTEGER,
  buildMs: 1,
  ...(delayMs > 0 ? { wrap: slowly } : {}),
});
const { url, clientId, clientSecret } = tenant;
const [token, limitedToken] = [await tenant.token(), await tenant.token(['read:actions'])];
process.stdout.write(`${JSON.stringify({ url, clientId, clientSecret, token, limitedToken })}\n`);
process.stdin.resume().once('end', () => void tenant.close());
