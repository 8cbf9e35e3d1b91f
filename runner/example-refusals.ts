import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';

/** An answer that refuses a token which was good a moment ago. */
export const refuse401 = (): Response =>
  Response.json(
    { statusCode: 401, message: 'Expired' },
    { status: 401, headers: { 'www-authenticate': 'Bearer' } },
  );

/** A tenant that lets so many creates in for a token that it granted. */
export const forgetful =
  (creates: number) =>
  (honest: TenantFetch): TenantFetch => {
    let used = 0;
    return async (request) => {
      if (request.url.endsWith('/oauth/token')) used = 0;
      if (request.method === 'POST' && request.headers.has('authorization')) used += 1;
      return used <= creates ? honest(request) : refuse401();
    };
  };
