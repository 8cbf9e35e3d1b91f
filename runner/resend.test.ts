import { setTimeout as pause } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import { baseCase } from '../properties/valid/valid-case.ts';
import { UNLIMITED } from './budget.ts';
import { resend } from './resend.ts';

/** How many of three sendings of the smallest body to a tenant show anything at all. */
async function shownBy(wrap: (honest: TenantFetch) => TenantFetch): Promise<number | undefined> {
  const tenant = await startMockTenant({ wrap });
  try {
    const { clientId, clientSecret, audience, url: base } = tenant;
    const { shown } = await resend({
      base,
      access: { by: 'client', clientId, clientSecret, audience },
      runId: 'example1',
      time: { now: () => performance.timeOrigin + performance.now(), pause: (ms) => pause(ms) },
      limits: UNLIMITED,
      requirements: catalogue,
      cases: [baseCase()],
      times: 3,
    });
    return shown.get(baseCase().id)?.length;
  } finally {
    await tenant.close();
  }
}

/** Answers the second create, and only that, in another way. */
const onSecond =
  (status: number, body: object) =>
  (honest: TenantFetch): TenantFetch => {
    let creates = 0;
    return async (request) => {
      if (request.method === 'POST' && request.url.endsWith('/actions/actions')) creates += 1;
      return request.method === 'POST' && creates === 2
        ? Response.json(body, { status })
        : await honest(request);
    };
  };

test.each([
  ['a full tenant', onSecond(403, { errorCode: 'too_many_entities' }), 2],
  ['a refusal of the body', onSecond(400, { message: 'no' }), 3],
  ['every answer of an honest tenant', (honest: TenantFetch) => honest, 3],
])('a case that is sent again shows what it shows: %s', async (_, wrap, expected) => {
  expect(await shownBy(wrap)).toBe(expected);
});
