import { join } from 'node:path';

import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import { asClient, reportIn, timeCli } from './cli-runs.ts';
import { memberOf, numberIn } from './json.ts';

/** What a free tenant takes: this many requests at once, and so many more a second. */
export const FREE_TENANT = { burst: 10, perSecond: 2 } as const;

/** How near a run comes to the fastest that a rate limit allows, and how often it met the limit. */
export interface Pacing {
  readonly requests: number;
  /** Those that the limit counts: neither the one for the token nor what is refused as unauthenticated. */
  readonly counted: number;
  readonly seconds: number;
  /** The least that the counted ones take on such a tenant. */
  readonly leastSeconds: number;
  readonly ratio: number;
  /** Answers of 429 within a second of the first request, and after it. */
  readonly refusedAtFirst: number;
  readonly refusedLater: number;
}

/** Whether a request carries something that a tenant looks at as a token. */
const hasToken = ({ headers }: Request): boolean =>
  /^Bearer [^.]+\.[^.]+\.[^.]+$/.test(headers.get('authorization') ?? '');

/** Runs the suite once against a mock tenant that has the limits of a free one: waiting is what is measured. */
export async function measurePacing(folder: string, progress: (line: string) => void): Promise<Pacing> {
  progress("pacing on a free tenant's limits, about 45 seconds");
  let began: number | undefined;
  let counted = 0;
  const refusedAt: number[] = [];
  const wrap =
    (honest: TenantFetch): TenantFetch =>
    async (request) => {
      began ??= performance.now();
      const answer = await honest(request);
      if (answer.status === 429) refusedAt.push(performance.now() - began);
      else if (answer.status !== 401 && hasToken(request)) counted += 1;
      return answer;
    };
  // It waits most of the time, and so shares this process.
  const tenant = await startMockTenant({ rateLimit: FREE_TENANT, buildMs: 1, wrap });
  try {
    const limited = ['--limited-token', await tenant.token(['read:actions'])];
    const places = ['--report-dir', folder, '--state-dir', join(folder, 'state')];
    await timeCli(
      ['run', '--target', tenant.url, '--depth', 'quick', ...limited, ...places],
      asClient(tenant),
    );
  } finally {
    await tenant.close();
  }
  const report = await reportIn(folder);
  const requests = numberIn(memberOf(report, 'requests'), 'total');
  const seconds = numberIn(report, 'durationMs') / 1_000;
  const leastSeconds = (counted - FREE_TENANT.burst) / FREE_TENANT.perSecond;
  const refusedLater = refusedAt.filter((at) => at > 1_000).length;
  return {
    requests,
    counted,
    seconds,
    leastSeconds,
    ratio: seconds / leastSeconds,
    refusedAtFirst: refusedAt.length - refusedLater,
    refusedLater,
  };
}
