import type { Json } from '../contracts/expectation.ts';
import {
  broken,
  held,
  heldIf,
  shown,
  unjudged,
  type Evidence,
  type Finding,
  type Judgement,
} from './judgement.ts';
import { nanoseconds, resolutionMs } from './moment.ts';
import { shownActions, shownVersions, type Shown } from './shown-actions.ts';

/** Judges that no action in an answer was updated before an earlier answer says that it was. */
export function judgeTimesForward(evidence: Evidence): Judgement {
  const { exchange, memory } = evidence;
  const told = shownActions(evidence).flatMap(({ path, value: { updated_at: now }, id }) => {
    const before = memory.action(exchange, id)?.updated?.moment;
    const [from, to] = [nanoseconds(before), nanoseconds(now)];
    return from === undefined || to === undefined ? [] : [{ path, now, before, isLater: from > to }];
  });
  const findings = told
    .filter(({ isLater }) => isLater)
    .map(({ path, now, before }): Finding => ({
      message: '`updated_at` ran backwards',
      path: `${path}/updated_at`,
      kind: 'backwards',
      expected: `not before ${shown(before)}`,
      actual: shown(now),
    }));
  return findings.length > 0 ? broken(...findings) : held(told.length > 0);
}

/** Two requests in a row may reach a tenant in the same moment, however finely it tells it. */
const LEAST_MS = 10;

/** Judges that an update moves `updated_at` on, where that much time has passed that it must show. */
export function judgeTimeMoves(evidence: Evidence): Judgement {
  const { exchange, memory } = evidence;
  const [action] = shownActions(evidence);
  const before = memory.action(exchange, action?.id)?.updated;
  const now = action?.value['updated_at'];
  if (typeof now !== 'string' || before === undefined) return held(false);
  const passed = Date.parse(exchange.startedAt ?? '') - Date.parse(before.startedAt ?? '');
  // Not so where one of the two is not known.
  if (!(passed > Math.max(LEAST_MS, 2 * resolutionMs(now)))) return held(false);
  return heldIf(now !== before.moment, () => ({
    message: 'the update left `updated_at` as it was',
    path: '/updated_at',
    kind: 'unmoved',
    expected: `later than ${shown(before.moment)}`,
    actual: shown(now),
  }));
}

/** By how much a tenant's clock, its front's and this machine's may differ, in milliseconds. */
const CLOCKS_MS = 10 * 60_000;

/** Judges that what a request has just made or changed is dated then, and nothing in the answer later. */
export function judgeDatedNow(evidence: Evidence): Judgement {
  const { exchange } = evidence;
  const clocks = clocksOf(evidence);
  if (clocks.length === 0) return unjudged('nothing tells when it was answered');
  const now = `within 10 minutes of ${clocks.map((each) => new Date(each).toISOString()).join(' or ')}`;
  const made = new Set(MADE[exchange.about.operation] ?? []);
  const told = [...shownActions(evidence), ...shownVersions(evidence)].flatMap(momentsOf);
  const findings = told.flatMap(({ path, value, at }): readonly Finding[] => {
    const isNew = made.has(path);
    const off = clocks.map((clock) => at - clock);
    const isLate = off.every((each) => each > CLOCKS_MS);
    const isEarly = isNew && off.every((each) => each < -CLOCKS_MS);
    if (!isLate && !isEarly) return [];
    return [
      {
        message: isLate ? `${path} lies in the future` : `${path} lies before the request that made it so`,
        path,
        kind: isLate ? 'future' : 'past',
        expected: isNew ? now : `not later than ${now}`,
        actual: shown(value),
      },
    ];
  });
  return findings.length > 0 ? broken(...findings) : held(told.length > 0);
}

/** The moments that a request makes. */
const MADE: Readonly<Partial<Record<string, readonly string[]>>> = {
  create: ['/created_at', '/updated_at', '/deployed_version/created_at'],
  update: ['/updated_at'],
  deploy: ['/created_at'],
};

const TIMES = ['created_at', 'updated_at', 'built_at'];

const momentsOf = ({
  path,
  value,
}: Shown): readonly { readonly path: string; readonly value: Json | undefined; readonly at: number }[] =>
  TIMES.flatMap((name) => {
    const instant = nanoseconds(value[name]);
    return instant === undefined
      ? []
      : [{ path: `${path}/${name}`, value: value[name], at: Number(instant / 1_000_000n) }];
  });

/** What this machine's clock and the target's `date` say of the moment of an answer: either may be wrong. */
function clocksOf({ exchange: { startedAt, durationMs = 0, answer } }: Evidence): readonly number[] {
  const date = answer?.headers['date'];
  return [
    ...(startedAt === undefined ? [] : [Date.parse(startedAt) + durationMs]),
    ...(typeof date === 'string' ? [Date.parse(date)] : []),
  ].filter((each) => !Number.isNaN(each));
}
