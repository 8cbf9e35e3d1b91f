import { TargetError, UsageError } from '../../driver/errors.ts';
import { Transport } from '../../driver/transport.ts';
import { NAME_PREFIX } from '../../runner/action-name.ts';
import { UNLIMITED } from '../../runner/budget.ts';
import { findOwn } from '../../runner/cleanup/find-own.ts';
import { openSession } from '../../runner/open-session.ts';
import { locateApi } from '../../runner/preflight/locate-api.ts';
import type { Session } from '../../runner/session.ts';
import { sweep, type Swept } from '../../runner/cleanup/sweep.ts';
import { planSweep, type Leftover } from '../../runner/cleanup/plan-sweep.ts';
import { listAll, type Listing } from '../../runner/cleanup/list-all.ts';
import { credentialsFor, type CredentialFlags } from '../access/credentials-for.ts';
import { clock } from '../clock.ts';
import { readLedgers, type Ledgers } from '../leftovers.ts';
import { print } from '../print.ts';
import { plannedLines, sweepLines } from '../sweep-lines.ts';
import { readTarget } from '../target.ts';

/** Flags of `sweep`, as commander parses them. */
export interface SweepFlags extends CredentialFlags {
  readonly target: string;
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
  const { access } = credentialsFor(base, flags, variables);
  const transport = new Transport();
  try {
    const options = { base, access, runId: 'sweep0', time: clock, limits: UNLIMITED };
    const session = await openSession(transport, options, new Set());
    session.tokens.assertLetIn();
    // By another path than the API's nothing would be found, and all would look swept.
    await locateApi(session);
    const { leftovers, underWay, unread } = await chosen(session, flags);
    if (flags.dryRun) {
      const plans = await eachOf(leftovers, session, planSweep);
      tell([...plans.flatMap(plannedLines), ...underWay, ...unread], session);
      return failIfUnread(unread);
    }
    const swept = await eachOf(leftovers, session, async (line, leftover, listing) => {
      const one = await sweep(line, leftover, listing);
      leftover.settle(one);
      return one;
    });
    const all = {
      deleted: swept.flatMap(({ deleted }) => deleted),
      absent: swept.flatMap(({ absent }) => absent),
      foreign: new Map(swept.flatMap(({ foreign }) => [...foreign])),
      left: new Map(swept.flatMap(({ left }) => [...left])),
      unknown: new Map(swept.flatMap(({ unknown }) => [...unknown])),
    };
    tell([...sweepLines(all), ...underWay, ...unread], session);
    failIfUnread(unread);
    failIfLeft(all, base);
  } finally {
    await transport.close();
  }
}

/** Does something with what each run left, beside everything that the target lists; it is asked for that once. */
async function eachOf<T>(
  leftovers: readonly Leftover[],
  session: Session,
  what: (session: Session, leftover: Leftover, listing: Listing) => Promise<T>,
): Promise<readonly T[]> {
  if (leftovers.length === 0) return [];
  const listing = await listAll(session);
  const results: T[] = [];
  for (const leftover of leftovers) results.push(await what(session, leftover, listing));
  return results;
}

/** What is to be swept: what the flags name, or what the ledgers know. */
async function chosen(
  session: Session,
  { id, prefix, olderThan = AN_HOUR_MS, stateDir }: SweepFlags,
): Promise<Ledgers> {
  if (id === undefined && prefix === undefined) return readLedgers(stateDir, session.base, clock.now());
  const found = prefix === undefined ? [] : await findOwn(session, prefix, clock.now() - olderThan);
  const ids = new Map([...(id ?? []), ...found.map((each) => each.id)].map((each) => [each, '']));
  const named = { run: undefined, startedAt: 0, names: new Set<string>(), settle: () => undefined };
  return { leftovers: [{ ...named, ids }], underWay: [], unread: [] };
}

const tell = (lines: readonly string[], { redactor }: Session): void =>
  print(`${(lines.length > 0 ? lines : ['there is nothing to sweep']).join('\n')}\n`, redactor);

function failIfLeft({ left, unknown, foreign }: Swept, base: string): void {
  const open = left.size + unknown.size + foreign.size;
  if (open === 0) return;
  throw new TargetError(
    'LEFT_OVER',
    `${open} could not be swept from ${base}`,
    left.size + unknown.size === 0
      ? 'Delete by hand what is not called as the suite calls its actions, if nobody needs it.'
      : 'Check that the token has the scopes read:actions and delete:actions, and sweep again.',
  );
}

function failIfUnread(unread: readonly string[]): void {
  if (unread.length === 0) return;
  throw new TargetError(
    'UNREAD_LEDGER',
    `${unread.length === 1 ? 'a ledger' : `${unread.length} ledgers`} cannot be read, so that something may be left over`,
    'Use the version of the suite that wrote it or, where it is damaged, sweep by --prefix and delete the file.',
  );
}
