import process from 'node:process';

import picomatch from 'picomatch';

import { isExpired, unjudgedCause, type Baseline } from '../../changes/baseline.ts';
import { deviationsIn } from '../../changes/deviation.ts';
import type { AcceptedDeviation } from '../../changes/change.ts';
import type { KnownDeviation } from '../../changes/known.ts';
import { UsageError } from '../../driver/errors.ts';
import { listTargets } from '../../history/list-targets.ts';
import { openHistory, told } from '../../history/open-history.ts';
import { readKnown } from '../../history/read-known.ts';
import { visibleLine } from '../../reports/visible.ts';
import type { Report } from '../../verdicts/report.ts';
import { baselinePath, readBaseline, writeBaseline } from '../baseline-file.ts';
import { clock } from '../clock.ts';
import { readExpiry } from '../expiry.ts';
import { readReport } from '../read-report.ts';
import { reportedName, targetName } from '../target-name.ts';

/** Flags of `baseline`, as commander parses them. */
export interface BaselineFlags {
  readonly target: string;
  readonly name?: string;
  readonly baselines: string;
  readonly json?: true;
}

/** Flags of `baseline accept` and `baseline prune`. */
export interface AcceptFlags extends BaselineFlags {
  readonly history: string;
  readonly report?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly expires?: string;
}

type Candidate = Pick<KnownDeviation, 'cause' | 'waiver' | 'requirement' | 'level' | 'message'>;

/** Shows what was accepted. */
export function showBaseline(flags: BaselineFlags): void {
  const target = targetName(flags);
  const baseline = readBaseline(flags.baselines, target);
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(baseline ?? emptyBaseline(target), null, 2)}\n`);
    return;
  }
  const now = new Date(clock.now()).toISOString();
  const lines = (baseline?.deviations ?? []).map((each) => {
    const until = isExpired(each, now) ? `expired on ${each.expires}` : `until ${each.expires}`;
    return [each.cause, `  ${each.reason} (${each.owner}, ${until})`];
  });
  tell(lines.length > 0 ? lines.flat() : [`nothing is accepted of ${target}`]);
}

/**
 * Accepts deviations: what the globs and causes name, or all that is not accepted yet.
 *
 * @throws UsageError when it is not said why, by whom or until when, or when the target or a deviation is not known.
 */
export async function acceptDeviations(names: readonly string[], flags: AcceptFlags): Promise<void> {
  const { reason, owner } = flags;
  if (reason === undefined || reason.trim() === '') {
    throw new UsageError('NO_REASON', 'it is not said why the deviations are accepted', 'Give --reason.');
  }
  if (owner === undefined || owner.trim() === '') {
    throw new UsageError('NO_OWNER', 'it is not said who answers for the deviations', 'Give --owner.');
  }
  const now = clock.now();
  const expires = readExpiry(flags.expires ?? '90d', now);
  const accepted = new Date(now).toISOString().slice(0, 10);
  const report = flags.report === undefined ? undefined : readReport(flags.report);
  const target = report === undefined ? targetName(flags) : reportedName(report, flags.name);
  const baseline = readBaseline(flags.baselines, target) ?? emptyBaseline(target);
  const before = new Map(baseline.deviations.map((each) => [each.cause, each]));
  const wanted = chosen(candidates(flags, target, report, names.length > 0), names).filter(({ cause }) => {
    const entry = before.get(cause);
    // Who names a deviation means to accept it anew.
    return entry === undefined || names.length > 0 || isExpired(entry, accepted);
  });
  if (wanted.length === 0) {
    tell([`there is nothing to accept of ${target}`]);
    return;
  }
  const entries = wanted.map(({ requirement, cause, message }): AcceptedDeviation => ({
    requirement,
    cause,
    message,
    reason: reason.trim(),
    owner: owner.trim(),
    accepted,
    expires,
  }));
  const all = new Map([...before, ...entries.map((each) => [each.cause, each] as const)]);
  const path = writeBaseline(flags.baselines, { ...baseline, deviations: [...all.values()] });
  const lines = entries.map(({ cause }) => `accepted until ${expires}: ${cause}`);
  tell([...lines, `${path}: review and commit it`]);
}

/**
 * Strikes accepted deviations that the last night found fixed or gone.
 *
 * @throws UsageError when the target is not known.
 */
export function pruneBaseline(flags: AcceptFlags): void {
  const target = targetName(flags);
  const baseline = readBaseline(flags.baselines, target);
  const closed = new Set(
    known(flags, target).flatMap(({ open, waiver, cause }) => (open || waiver ? [] : [cause])),
  );
  const [stale, kept] = [true, false].map((isStale) =>
    (baseline?.deviations ?? []).filter(({ cause }) => closed.has(cause) === isStale),
  );
  if (baseline === undefined || stale === undefined || stale.length === 0) {
    tell([`nothing is stale in ${baselinePath(flags.baselines, target)}`]);
    return;
  }
  const path = writeBaseline(flags.baselines, { ...baseline, deviations: kept ?? [] });
  tell([...stale.map(({ cause }) => `struck: ${cause}`), path]);
}

/** Prints lines; what a target or a file says in them moves no cursor. */
function tell(lines: readonly string[]): void {
  process.stdout.write(`${lines.map(visibleLine).join('\n')}\n`);
}

const emptyBaseline = (target: string): Baseline => ({ schemaVersion: '1.0', target, deviations: [] });

/** What may be accepted: what nobody waived, and what demands something. */
function candidates(
  flags: AcceptFlags,
  target: string,
  report: Report | undefined,
  isNamed: boolean,
): readonly Candidate[] {
  const all: readonly Candidate[] =
    report === undefined
      ? known(flags, target).filter(({ open }) => open)
      : [...deviationsIn(report), ...(isNamed ? unjudgedIn(report) : [])];
  return all.filter(({ waiver, level }) => waiver === undefined && level !== 'MAY');
}

/** What a report could not judge: accepted only by name, or one bad night would hide everything that follows. */
const unjudgedIn = ({ requirements }: Report): readonly Candidate[] =>
  requirements
    .filter(({ level, baseline }) => level === 'MUST' && baseline === 'not-exercised')
    .map(({ id, level, reason }) => ({
      requirement: id,
      level,
      cause: unjudgedCause(id),
      message: reason,
    }));

/**
 * What the history knows of a target.
 *
 * @throws UsageError when it knows no such target: with nothing to accept or strike, a mistyped one would look in order.
 */
function known({ history }: AcceptFlags, target: string): readonly KnownDeviation[] {
  const database = openHistory(history, { create: false });
  try {
    return told(history, () => {
      const targets = listTargets(database);
      if (targets.includes(target)) return readKnown(database, target).deviations;
      throw new UsageError(
        'UNKNOWN_TARGET',
        `the history ${history} knows no target called ${target}`,
        targets.length === 0 ? 'It knows none yet.' : `It knows ${targets.join(', ')}.`,
      );
    });
  } finally {
    database.close();
  }
}

function chosen(all: readonly Candidate[], names: readonly string[]): readonly Candidate[] {
  if (names.length === 0) return all;
  return names.flatMap((name) => {
    // No requirement has an empty id, and an empty glob is none.
    const matches = name.trim() === '' ? () => false : picomatch(name);
    const found = all.filter(({ cause, requirement }) => cause === name || matches(requirement));
    if (found.length > 0) return found;
    throw new UsageError(
      'NO_SUCH_DEVIATION',
      `the target shows no deviation called ${JSON.stringify(name)}`,
      'See actions-conformance history show; what could not be judged is accepted with --report.',
    );
  });
}
