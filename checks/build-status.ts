import action from '../contracts/schemas/action.json' with { type: 'json' };
import type { Json } from '../contracts/expectation.ts';
import { childOf, isList, valueAt } from '../contracts/pointer.ts';
import { valueOf } from './answer-body.ts';
import { beginning, broken, held, shown, type Evidence, type Finding, type Judgement } from './judgement.ts';
import { ownPart } from './own-part.ts';
import { shownActions } from './shown-actions.ts';

const DOCUMENTED: readonly string[] = action.properties.status.enum;

/** Which build status may follow which, when a reader may have missed some between. */
// A Map, since every object inherits properties that a status may be called by.
const NEXT: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    pending: ['pending', 'building', 'packaged', 'built', 'retrying', 'failed'],
    building: ['building', 'packaged', 'built', 'retrying', 'failed'],
    packaged: ['packaged', 'built', 'retrying', 'failed'],
    retrying: ['retrying', 'building', 'packaged', 'built', 'failed'],
    built: ['built'],
    failed: ['failed'],
  }),
);

/** Judges that the build status of each action follows legally on the one that an answer before told. */
export function judgeSteps(evidence: Evidence): Judgement {
  const { exchange, memory } = evidence;
  const steps = shownActions(evidence).flatMap(({ path, value: { status: after }, id }) => {
    const before = memory.action(exchange, id)?.status;
    if (typeof before !== 'string' || typeof after !== 'string') return [];
    const legal = NEXT.get(before);
    // Of each answer the schemas judge whether its status is documented at all.
    return legal === undefined ? [] : [{ path, before, after, legal }];
  });
  const illegal = steps.find(({ after, legal }) => !legal.includes(after));
  if (illegal === undefined) return held(steps.length > 0);
  const { path, before, after, legal } = illegal;
  return broken({
    message: `the build status went from ${before} to ${after}`,
    path: `${path}/status`,
    kind: `${before} to ${beginning(after, 40)}`,
    expected: `one of ${legal.join(', ')} after ${before}`,
    actual: shown(after),
  });
}

/** Whether a build has come to an end: its status will not change any more. */
export const isSettled = (status: unknown): boolean => status === 'built' || status === 'failed';

/** Whether another status follows on this one. */
export const isUnderWay = (status: string): boolean => NEXT.has(status) && !isSettled(status);

/** Whether a status may follow on another, when a reader may have missed some between; on one of no build, any may. */
export const canFollow = (before: string, after: string): boolean =>
  NEXT.get(before)?.includes(after) !== false;

/** The `status` in the body of an answer. */
export function statusOf(exchange: Evidence['exchange']): string | undefined {
  const status = valueAt(valueOf(exchange), '/status');
  return typeof status === 'string' ? status : undefined;
}

/** Judges every property called `status` below the answer's own, where the schemas do not reach. */
export function judgeStatuses(evidence: Evidence): Judgement {
  const answered = valueOf(evidence.exchange);
  const body = answered === undefined ? undefined : ownPart(evidence, answered);
  const findings = body === undefined ? [] : [...undocumented(body, '')];
  return findings.length > 0 ? broken(...findings) : held(body !== undefined);
}

/** Places that the schemas judge. */
const ELSEWHERE = /^(?:\/actions\/\d+)?(?:\/deployed_version)?\/status$/;

function* undocumented(value: Json, at: string): Iterable<Finding> {
  // Triggers have a `status` of their own, which is not a build's.
  if (typeof value !== 'object' || at.endsWith('/trigger') || at.endsWith('triggers')) return;
  for (const [name, child] of isList(value) ? value.entries() : Object.entries(value ?? {})) {
    const isStatus = name === 'status';
    // Nearly everything is no status, and holds none.
    if (!isStatus && typeof child !== 'object') continue;
    const path = childOf(at, String(name));
    if (isStatus && !ELSEWHERE.test(path) && !(typeof child === 'string' && DOCUMENTED.includes(child))) {
      yield {
        message: `${path} is no documented build status`,
        path,
        kind: 'undocumented',
        expected: `one of ${DOCUMENTED.join(', ')}`,
        actual: shown(child),
      };
    }
    yield* undocumented(child, path);
  }
}
