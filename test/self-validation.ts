import { catalogue } from '../contracts/catalogue.ts';
import { TargetError } from '../driver/errors.ts';
import type { Mutant, Wrap } from '../fixtures/mutants/mutant.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import type { Likeness } from '../fixtures/tenant/likeness.ts';
import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { UNLIMITED } from '../runner/budget.ts';
import { run } from '../runner/run.ts';
import type { Report } from '../verdicts/report.ts';
import { furnish, inventoryOf } from './furnish.ts';
import { virtualTime } from './virtual-time.ts';

/** What a run against one tenant came to. */
export interface Observation {
  /** Requirements that fell: failed, warned, or the suite stumbled over them. */
  readonly fell: readonly string[];
  /** Requests spent, by the first finding of each requirement, until the case that showed it was done. */
  readonly firstSeen: ReadonlyMap<string, number>;
  readonly requests: number;
  readonly report?: Report;
  /** Names of the actions in the tenant when the run was over. */
  readonly left: readonly string[];
  /** Code of the error with which the suite refused to judge at all. */
  readonly stopped?: string;
}

const FALLEN: ReadonlySet<string> = new Set(['failed', 'warned', 'errored']);

/** Runs the whole suite, at standard depth, against a tenant in this process. */
export async function observe(
  wrap: Wrap = (honest) => honest,
  like: Likeness = 'documented',
): Promise<Observation> {
  const time = virtualTime();
  const behind: { fetch?: TenantFetch } = {};
  const tenant = await startMockTenant({
    like,
    clock: () => time.now(),
    wrap: (honest) => {
      behind.fetch = honest;
      return wrap(honest);
    },
  });
  try {
    const { fetch: honest } = behind;
    if (honest === undefined) throw new Error('the tenant was started without its wrapping');
    await furnish(honest, tenant);
    const steps = run({
      base: tenant.url,
      access: {
        by: 'client',
        clientId: tenant.clientId,
        clientSecret: tenant.clientSecret,
        audience: tenant.audience,
      },
      unscopedToken: await tenant.token(['read:actions']),
      runId: 'shelf01',
      time,
      requirements: catalogue,
      depth: 'standard',
      seed: 1,
      limits: UNLIMITED,
      suite: { name: 'self-validation', version: '0' },
      targetKind: 'mutant',
      only: [],
      reproduce: '',
      startedAt: time.now(),
    });
    const followed = await follow(steps);
    return { ...followed, left: await inventoryOf(honest, tenant) };
  } finally {
    await tenant.close();
  }
}

async function follow(steps: ReturnType<typeof run>): Promise<Omit<Observation, 'left'>> {
  const firstSeen = new Map<string, number>();
  const justSeen = new Set<string>();
  let requests = 0;
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done === true) {
        const fell = step.value.requirements.filter(({ verdict }) => FALLEN.has(verdict)).map(({ id }) => id);
        return { fell, firstSeen, requests: step.value.requests.total, report: step.value };
      }
      const event = step.value;
      if (event.kind === 'finding' && event.finding.waiver === undefined) justSeen.add(event.requirement.id);
      // A case tells what was spent after its findings.
      if (event.kind === 'case') {
        requests = event.spent;
        for (const id of justSeen) if (!firstSeen.has(id)) firstSeen.set(id, event.spent);
        justSeen.clear();
      }
    }
  } catch (error) {
    if (error instanceof TargetError) return { fell: [], firstSeen, requests, stopped: error.code };
    throw error;
  }
}

/** How a mutant fared. Plain data, so that it can come from another thread. */
export interface Outcome {
  readonly name: string;
  readonly fell: readonly string[];
  /** Requirements that it breaks and that did not fall. */
  readonly missed: readonly string[];
  /** Requirements that fell and that it does not break. */
  readonly alarms: readonly string[];
  /** Whether the suite noticed all of its fault. */
  readonly killed: boolean;
  readonly requests: number;
  readonly requestsToFirstKill?: number;
  readonly stopped?: string;
}

/** Runs the suite against one mutant and compares what fell with what should. */
export async function tryMutant({ name, breaks, wrap, stops }: Mutant): Promise<Outcome> {
  const { fell, firstSeen, requests, stopped } = await observe(wrap);
  const wanted: ReadonlySet<string> = new Set(breaks);
  const missed = breaks.filter((id) => !fell.includes(id));
  const kills = breaks.flatMap((id) => firstSeen.get(id) ?? []);
  return {
    name,
    fell,
    missed,
    alarms: fell.filter((id) => !wanted.has(id)),
    killed: (stopped !== undefined) === (stops ?? false) && missed.length === 0,
    requests,
    ...(kills.length === 0 ? {} : { requestsToFirstKill: Math.min(...kills) }),
    ...(stopped === undefined ? {} : { stopped }),
  };
}
