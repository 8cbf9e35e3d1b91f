import process from 'node:process';

import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';

// The mock tenant as a process by itself, until its stdin ends. It holds any number of actions, and builds them
// at once: the bench is not to measure a limit, nor how long somebody waits.
const tenant = await startMockTenant({ maxActions: Number.MAX_SAFE_INTEGER, buildMs: 1 });
const { url, clientId, clientSecret } = tenant;
const [token, limitedToken] = [await tenant.token(), await tenant.token(['read:actions'])];
process.stdout.write(`${JSON.stringify({ url, clientId, clientSecret, token, limitedToken })}\n`);
process.stdin.resume().once('end', () => void tenant.close());
