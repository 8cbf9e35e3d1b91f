import { setTimeout as pause } from 'node:timers/promises';

import { catalogue } from '../contracts/catalogue.ts';
import type { MockTenant, MockTenantOptions } from '../fixtures/tenant/mock-tenant.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import type { Report, RequirementResult } from '../verdicts/report.ts';
import { UNLIMITED } from './budget.ts';
import type { RunEvent } from './events.ts';
import { run, type RunOptions } from './run.ts';

/** What came of a run against a mock tenant of the test's own making. */
export interface ExampleRun {
  readonly report: Report;
  readonly events: readonly RunEvent[];
  /** Names of the actions that the run left on the tenant. */
  readonly left: readonly unknown[];
}

/** Runs the suite in process against a mock tenant, with everything fixed that can be. */
export async function runAgainst(
  tenantOptions: MockTenantOptions,
  changes: Partial<RunOptions> | ((tenant: MockTenant) => Partial<RunOptions>) = {},
): Promise<ExampleRun> {
  const tenant = await startMockTenant(tenantOptions);
  try {
    const { clientId, clientSecret, audience } = tenant;
    const steps = run({
      base: tenant.url,
      access: { by: 'client', clientId, clientSecret, audience },
      unscopedToken: await tenant.token(['read:actions']),
      runId: 'example1',
      time: {
        now: () => performance.timeOrigin + performance.now(),
        pause: (milliseconds) => pause(milliseconds),
      },
      requirements: catalogue,
      depth: 'quick',
      seed: 1,
      limits: UNLIMITED,
      suite: { name: 'actions-conformance', version: '0.0.0' },
      targetKind: 'a test',
      only: [],
      reproduce: 'npx actions-conformance run',
      startedAt: Date.parse('2026-01-01T00:00:00Z'),
      ...(typeof changes === 'function' ? changes(tenant) : changes),
    });
    const events: RunEvent[] = [];
    for (;;) {
      const step = await steps.next();
      if (step.done === true)
        return { report: step.value, events, left: await namesOn(tenant.url, await tenant.token()) };
      events.push(step.value);
    }
  } finally {
    await tenant.close();
  }
}

async function namesOn(url: string, token: string): Promise<readonly unknown[]> {
  const list = () =>
    fetch(`${url}/api/v2/actions/actions?per_page=100`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
    });
  let answer = await list();
  // A run may have spent the rate limit.
  for (; answer.status === 429; answer = await list()) await pause(100);
  // A target that tells no list leaves what nobody knows.
  const { actions } = (answer.headers.get('content-type') ?? '').includes('json')
    ? ((await answer.json()) as { readonly actions?: readonly { readonly name: unknown }[] })
    : {};
  return actions?.map(({ name }) => name) ?? ['(the target tells no list)'];
}

/** The result of one requirement. */
export function resultOf(report: Report, id: string): RequirementResult {
  const result = report.requirements.find((each) => each.id === id);
  if (result === undefined) throw new Error(`the report has no requirement ${id}`);
  return result;
}

/** Ids of the requirements that came to one of these verdicts. */
export function idsWith(
  report: Report,
  ...verdicts: readonly RequirementResult['verdict'][]
): readonly string[] {
  return report.requirements.filter(({ verdict }) => verdicts.includes(verdict)).map(({ id }) => id);
}
