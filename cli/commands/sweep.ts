import { TargetError, UsageError } from '../../driver/errors.ts';
import { Transport } from '../../driver/transport.ts';
import { visibleLine } from '../../reports/visible.ts';
import { NAME_PREFIX } from '../../runner/action-name.ts';
import { UNLIMITED } from '../../runner/budget.ts';
import { findOwn } from '../../runner/find-own.ts';
import { openSession } from '../../runner/open-session.ts';
import type { Session } from '../../runner/session.ts';
import { sweep, type Leftover, type Swept } from '../../runner/sweep.ts';
import { clock } from '../clock.ts';
import { readEnvironment } from '../environment.ts';
import { readLeftovers } from '../leftovers.ts';
import { print } from '../print.ts';
import { sweepLines } from '../sweep-lines.ts';
import { accessTo, readTarget } from '../target.ts';

/** Flags of `sweep`, as commander parses them. */
export interface SweepFlags {
  readonly target: string;
  readonly token?: string;
  readonly audience?: string;
  readonly stateDir: string;
  readonly id?: readonly string[];
  readonly prefix?: string;
  /** In milliseconds; an hour, when absent. */
  readonly olderThan?: number;
  readonly dryRun?: true;
}

/** Whoever sweeps by name deletes nothing of a run that has only just begun. */
const AN_HOUR_MS = 3_600_000;

/**
 * Deletes what runs left on a target: what their ledgers know, or what the flags name.
 *
 * @throws UsageError for a prefix that is not the suite's, and for an age without one.
 * @throws TargetError when something is left over still.
 */
export async function sweepCommand(flags: SweepFlags, variables: NodeJS.ProcessEnv): Promise<void> {
  const target = readTarget(flags.target);
  if (target.kind !== 'given') {
    throw new UsageError('BAD_TARGET', 'the embedded mock keeps nothing', 'Give the --target of a tenant.');
  }
  if (flags.prefix !== undefined && !flags.prefix.startsWith(NAME_PREFIX)) {
    throw new UsageError(
      'FOREIGN_PREFIX',
      `--prefix ${flags.prefix} is not how the suite names its actions`,
      `Give one that begins with ${NAME_PREFIX}.`,
    );
  }
  if (flags.olderThan !== undefined && flags.prefix === undefined) {
    throw new UsageError(
      'NO_PREFIX',
      '--older-than chooses among actions that --prefix names',
      `Add --prefix, such as ${NAME_PREFIX}.`,
    );
  }
  const { base } = target;
  const access = accessTo(base, flags.token, readEnvironment(variables), flags.audience);
  const transport = new Transport();
  try {
    const options = { base, access, runId: 'sweep0', time: clock, limits: UNLIMITED };
    const session = await openSession(transport, options, new Set());
    const leftovers = await leftoversFor(session, flags);
    if (flags.dryRun) return tell(leftovers.flatMap(plannedLines), session);
    const swept: Swept[] = [];
    for (const leftover of leftovers) {
      const one = await sweep(session, leftover);
      leftover.settle(one);
      swept.push(one);
    }
    const all = {
      deleted: swept.flatMap(({ deleted }) => deleted),
      absent: swept.flatMap(({ absent }) => absent),
      left: swept.flatMap(({ left }) => left),
      unknown: swept.flatMap(({ unknown }) => unknown),
    };
    tell(sweepLines(all), session);
    failIfLeft(all, base);
  } finally {
    await transport.close();
  }
}

async function leftoversFor(
  session: Session,
  { id, prefix, olderThan = AN_HOUR_MS, stateDir }: SweepFlags,
): Promise<readonly Leftover[]> {
  const named = { startedAt: 0, names: new Set<string>(), settle: () => undefined };
  if (id === undefined && prefix === undefined) return readLeftovers(stateDir, session.base, clock.now());
  const found = prefix === undefined ? [] : await findOwn(session, prefix, clock.now() - olderThan);
  return [{ ...named, ids: new Set([...(id ?? []), ...found.map((each) => each.id)]) }];
}

const tell = (lines: readonly string[], { redactor }: Session): void =>
  print(`${(lines.length > 0 ? lines : ['there is nothing to sweep']).join('\n')}\n`, redactor);

const plannedLines = ({ ids, names }: Leftover): readonly string[] => [
  ...[...ids].map((id) => `would delete the action ${visibleLine(id)}`),
  ...[...names].map((name) => `would look for an action called ${visibleLine(name)}`),
];

function failIfLeft({ left, unknown }: Swept, base: string): void {
  const open = left.length + unknown.length;
  if (open === 0) return;
  throw new TargetError(
    'LEFT_OVER',
    `${open} could not be swept from ${base}`,
    'Check that the token has the scopes read:actions and delete:actions, and sweep again.',
  );
}
