import { catalogue } from '../contracts/catalogue.ts';
import type { Depth } from '../contracts/exercise.ts';
import { TargetError } from '../driver/errors.ts';
import type { Mutant, Wrap } from '../fixtures/mutants/mutant.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import type { Likeness } from '../fixtures/tenant/likeness.ts';
import type { MockTenant, TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { SCOPES } from '../fixtures/tenant/scopes.ts';
import { startFront } from '../fixtures/unlucky/front.ts';
import type { Circumstances } from '../fixtures/unlucky/unlucky.ts';
import { UNLIMITED } from '../runner/budget.ts';
import { planFor } from '../properties/plan.ts';
import { run, type RunOptions } from '../runner/run.ts';
import type { Report } from '../verdicts/report.ts';
import { furnish, inventoryOf } from './furnish.ts';
import { virtualTime } from './virtual-time.ts';

/** A case that showed a requirement broken. */
interface Sighting {
  readonly requirement: string;
  /** Id of the case, or of the planned one that led to it. */
  readonly case: string;
  /** Requests spent when the case was done. */
  readonly spent: number;
}

/** What a run against one tenant came to. */
export interface Observation {
  /** Requirements that fell: failed, warned, or the suite stumbled over them. */
  readonly fell: readonly string[];
  readonly sightings: readonly Sighting[];
  /** Requirements that could not be judged, as answers were missing. */
  readonly unjudged: readonly string[];
  readonly requests: number;
  readonly report?: Report;
  /** How long it took by the suite's clock, on which only what is waited for counts. */
  readonly seconds: number;
  /** Names of the actions in the tenant when the run was over. */
  readonly left: readonly string[];
  /** Code of the error with which the suite refused to judge at all. */
  readonly stopped?: string;
}

/** Of every trial. */
export const SEED = 1;

const FALLEN: ReadonlySet<string> = new Set(['failed', 'warned', 'errored']);

/** A target that keeps silent is not to keep the trials waiting, nor is a busy machine to look like one. */
const PATIENCE = { silenceMs: 1_000, answerMs: 30_000 };

interface Trial {
  readonly wrap?: Wrap;
  readonly like?: Likeness;
  /** What the tenant or its user has to bear. */
  readonly circumstances?: Circumstances;
  readonly depth?: Depth;
  readonly maxRequests?: number;
}

/** Runs the whole suite against a tenant in this process: by default the honest one, at standard depth. */
export async function observe({
  wrap = (honest) => honest,
  like = 'documented',
  depth = 'standard',
  maxRequests = Infinity,
  circumstances = {},
}: Trial = {}): Promise<Observation> {
  const time = virtualTime();
  const behind: { fetch?: TenantFetch } = {};
  const { aheadMs = 0, front, limitedToken = (good) => good } = circumstances;
  const tenant = await startMockTenant({
    like,
    ...circumstances.tenant,
    clock: () => time.now() + aheadMs,
    wrap: (honest) => {
      behind.fetch = honest;
      return dated(wrap(honest), () => time.now() + aheadMs);
    },
  });
  const before = front === undefined ? undefined : await startFront(tenant.url, front);
  try {
    const { fetch: honest } = behind;
    if (honest === undefined) throw new Error('the tenant was started without its wrapping');
    await furnish(honest, tenant);
    const steps = run({
      base: before?.url ?? tenant.url,
      access: await accessTo(tenant, circumstances),
      unscopedToken: limitedToken(await tenant.token(['read:actions'])),
      runId: 'shelf01',
      time,
      patience: PATIENCE,
      requirements: catalogue,
      depth,
      seed: SEED,
      limits: { ...UNLIMITED, maxRequests },
      suite: { name: 'self-validation', version: '0' },
      targetKind: 'mutant',
      only: [],
      reproduce: '',
      startedAt: time.now(),
    });
    const planned = new Set(planFor(catalogue, depth, SEED).cases.map(({ id }) => id));
    const startedAt = time.now();
    const followed = await follow(steps, planned);
    const seconds = (time.now() - startedAt) / 1_000;
    // A tenant that limits requests answers one more.
    await time.pause(CALM_MS);
    return { ...followed, seconds, left: await inventoryOf(honest, tenant) };
  } finally {
    await before?.close();
    await tenant.close();
  }
}

const CALM_MS = 10_000;

/** Answers say the time of the tenant's own clock: what a limit says of it would make no sense beside another. */
const dated =
  (fetch: TenantFetch, now: () => number): TenantFetch =>
  async (request) => {
    const answer = await fetch(request);
    if (!answer.headers.has('date')) answer.headers.set('date', new Date(now()).toUTCString());
    return answer;
  };

/** Client credentials, or a token where the user has one, too short of rights or spoiled. */
async function accessTo(
  tenant: MockTenant,
  { token, without }: Circumstances,
): Promise<RunOptions['access']> {
  const { clientId, clientSecret, audience } = tenant;
  if (token === undefined && without === undefined) {
    return { by: 'client', clientId, clientSecret, audience };
  }
  const good = await tenant.token(SCOPES.filter((scope) => without?.includes(scope) !== true));
  return { by: 'token', token: token?.(good) ?? good };
}

async function follow(
  steps: ReturnType<typeof run>,
  planned: ReadonlySet<string>,
): Promise<Omit<Observation, 'left' | 'seconds'>> {
  const sightings: Sighting[] = [];
  /** Requirements, with the cases that showed them to be broken. */
  const justSeen = new Map<string, string>();
  let requests = 0;
  let latest = '';
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done === true) {
        const report = step.value;
        // What only the end of a run can tell is told after its last case.
        for (const [requirement, of] of justSeen)
          sightings.push({ requirement, case: of, spent: report.requests.total });
        const idsOf = (isWanted: (result: Report['requirements'][number]) => boolean): readonly string[] =>
          report.requirements.filter(isWanted).map(({ id }) => id);
        const fell = idsOf(({ verdict }) => FALLEN.has(verdict));
        const unjudged = idsOf(({ verdict, unanswered }) => verdict === 'not-exercised' && unanswered > 0);
        // A report that says nothing of the target says why instead.
        const isSilent = report.requirements.every(({ verdict }) => verdict === 'not-exercised');
        const stopped = isSilent ? { stopped: report.summary } : {};
        return { fell, unjudged, sightings, requests: report.requests.total, report, ...stopped };
      }
      const event = step.value;
      if (event.kind === 'finding' && event.finding.waiver === undefined)
        justSeen.set(event.requirement.id, event.case?.id ?? latest);
      // A case tells what was spent after its findings.
      if (event.kind === 'case') {
        const { id, spent } = event;
        requests = spent;
        // A search for the cause of a refusal belongs to the case that was refused.
        if (planned.has(id)) latest = id;
        sightings.push(...[...justSeen.keys()].map((requirement) => ({ requirement, case: latest, spent })));
        justSeen.clear();
      }
    }
  } catch (error) {
    if (error instanceof TargetError)
      return { fell: [], unjudged: [], sightings, requests, stopped: error.code };
    throw error;
  }
}

/** How a mutant fared. Plain data, so that it can come from another thread. */
export interface Outcome {
  readonly name: string;
  readonly fell: readonly string[];
  /** Requirements that could not be judged, where it hides any. */
  readonly hidden: readonly string[];
  /** Requirements that it breaks and that did not fall, or hides and that were judged. */
  readonly missed: readonly string[];
  /** Requirements that fell and that it does not break, or were not judged though it does not hide them. */
  readonly alarms: readonly string[];
  /** Whether the suite noticed all of its fault. */
  readonly killed: boolean;
  readonly requests: number;
  readonly requestsToFirstKill?: number;
  /** Whether it was tried at deep depth. */
  readonly rare: boolean;
  readonly likely: boolean;
  /** Ids of the cases that showed its fault. */
  readonly shownBy: readonly string[];
  readonly stopped?: string;
  /** The body that shows its fault best, as the report has it. */
  readonly example?: string;
}

/** Runs the suite against one mutant and compares what fell with what should. */
export async function tryMutant(
  { name, breaks, hides, wrap, stops, rare, likely }: Mutant,
  maxRequests = Infinity,
): Promise<Outcome> {
  const { fell, unjudged, sightings, requests, stopped, report } = await observe({
    wrap,
    depth: rare === true ? 'deep' : 'standard',
    maxRequests,
  });
  const wanted: ReadonlySet<string> = new Set(breaks);
  // Where the fault is that no answer comes, what could not be judged has to be what it hides.
  const hidden = hides === undefined ? [] : unjudged;
  const missed = [
    ...breaks.filter((id) => !fell.includes(id)),
    ...(hides ?? []).filter((id) => !hidden.includes(id)),
  ];
  const kills = sightings.filter(({ requirement }) => wanted.has(requirement));
  return {
    name,
    fell,
    missed,
    hidden,
    alarms: [
      ...fell.filter((id) => !wanted.has(id)),
      ...hidden.filter((id) => hides?.some((each) => each === id) !== true),
    ],
    killed: (stopped !== undefined) === (stops ?? false) && missed.length === 0,
    requests,
    ...(kills.length === 0 ? {} : { requestsToFirstKill: Math.min(...kills.map(({ spent }) => spent)) }),
    rare: rare === true,
    likely: likely === true,
    shownBy: [...new Set(kills.map((kill) => kill.case))],
    ...(stopped === undefined ? {} : { stopped }),
    ...(report === undefined ? {} : exampleOf(report, breaks)),
  };
}

function exampleOf(report: Report, breaks: Mutant['breaks']): Pick<Outcome, 'example'> {
  const [finding] = breaks.flatMap(
    (id) => report.requirements.find((each) => each.id === id)?.findings ?? [],
  );
  const example = report.exchanges.find(({ id }) => id === finding?.exchange)?.request.body;
  return example === undefined ? {} : { example };
}
