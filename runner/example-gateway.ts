import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { breakOff } from '../fixtures/tenant/broken-off.ts';
import { drawer } from '../test/drawer.ts';

const HTML = { 'content-type': 'text/html' };

/** What stands before tenants now and then answers in their place. */
const HICCUPS: readonly (() => Response)[] = [
  () => new Response('<html>Bad gateway</html>', { status: 502, headers: HTML }),
  () => new Response('upstream request timeout', { status: 504 }),
  () => Response.json({ statusCode: 503, error: 'Service Unavailable', message: 'Later.' }, { status: 503 }),
  () =>
    new Response('<html>Just a moment...</html>', { status: 403, headers: { 'cf-mitigated': 'challenge' } }),
  () => new Response(null, { status: 302, headers: { location: 'https://login.example/' } }),
  () => new Response(null, { status: 304 }),
  () => new Response('<!doctype html><title>Sign in</title>', { status: 200, headers: HTML }),
  breakOff,
];

/**
 * A gateway that answers in the place of an honest tenant now and then: before the tenant hears of the request, or
 * after it has carried it out.
 *
 * @param share of the requests that meet it.
 */
export function flakyGateway(seed: number, share: number): (honest: TenantFetch) => TenantFetch {
  const random = drawer(seed);
  return (honest) => async (request) => {
    if (random() >= share) return await honest(request);
    const isAfter = random() < 0.5;
    if (isAfter) await honest(request.clone());
    return (HICCUPS[Math.floor(random() * HICCUPS.length)] ?? breakOff)();
  };
}
