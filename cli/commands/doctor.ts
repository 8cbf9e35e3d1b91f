import type { Depth } from '../../contracts/exercise.ts';
import { PLACEHOLDERS } from '../../contracts/placeholders.ts';
import { TargetError, UsageError } from '../../driver/errors.ts';
import { Transport } from '../../driver/transport.ts';
import { visibleLine } from '../../reports/visible.ts';
import { UNLIMITED } from '../../runner/budget.ts';
import { openSession } from '../../runner/open-session.ts';
import { credentialsFor, type CredentialFlags } from '../access/credentials-for.ts';
import { clock } from '../clock.ts';
import { examine, type Sign } from '../examine.ts';
import { LedgerFile } from '../ledger-file.ts';
import { readLedgers } from '../leftovers.ts';
import { newRunId } from '../new-run-id.ts';
import { planLines } from '../plan-lines.ts';
import { print } from '../print.ts';
import { select } from '../select.ts';
import { readTarget } from '../target.ts';

/** Flags of `doctor`, as commander parses them. */
export interface DoctorFlags extends CredentialFlags {
  readonly target: string;
  readonly stateDir: string;
  readonly depth: Depth;
  readonly seed: number;
  readonly maxLive?: number;
  readonly only?: readonly string[];
}

/**
 * Looks at a tenant with nothing that it should accept, and says what a run would end with and what that costs.
 *
 * @throws UsageError for what is no tenant.
 * @throws TargetError when a run could not judge it.
 */
export async function doctorCommand(given: DoctorFlags, variables: NodeJS.ProcessEnv): Promise<void> {
  const target = readTarget(given.target);
  if (target.kind !== 'given') {
    throw new UsageError(
      'BAD_TARGET',
      'the embedded mock is in good health',
      'Give the --target of a tenant.',
    );
  }
  const { base } = target;
  const { access, limited } = credentialsFor(base, given, variables);
  const runId = newRunId();
  const ledgers = readLedgers(given.stateDir, base, clock.now());
  // What a target creates though it should refuse it is noted, as in a run.
  const journal = new LedgerFile(given.stateDir, { run: runId, target: base, startedAt: clock.now() });
  const transport = new Transport();
  try {
    const options = { base, access, ...limited, runId, time: clock, limits: UNLIMITED, journal };
    const session = await openSession(transport, options, new Set([PLACEHOLDERS.moduleId]));
    session.tokens.assertLetIn();
    const { signs, obstacle, burst } = await examine(session);
    const leftovers = ledgers.leftovers.length;
    const wanted = { ...given, requirements: select(given.only ?? []), maxLive: given.maxLive ?? 1, session };
    const lines = [
      { ok: true, line: access.by === 'client' ? `${base} grants a token` : 'a token is given' },
      ...signs,
      ...(leftovers > 0 ? [good(`${leftovers} earlier runs left something, which the next one sweeps`)] : []),
      ...ledgers.underWay.map(good),
      ...ledgers.unread.map((line) => ({ ok: false, line })),
      ...planLines(wanted, burst).map(good),
    ];
    print(
      lines.map(({ ok, line }) => `${ok ? 'ok  ' : 'BAD '} ${visibleLine(line)}\n`).join(''),
      session.redactor,
    );
    if (obstacle !== undefined) throw obstacle;
    if (lines.every(({ ok }) => ok)) return;
    throw new TargetError('NOT_FIT', `a run could not judge ${base} as it is`, 'See what is marked as BAD.');
  } finally {
    await transport.close();
    journal.close();
  }
}

const good = (line: string): Sign => ({ ok: true, line });
