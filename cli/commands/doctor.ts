import type { Depth } from '../../contracts/exercise.ts';
import { TargetError, UsageError } from '../../driver/errors.ts';
import { Transport } from '../../driver/transport.ts';
import { visibleLine } from '../../reports/visible.ts';
import { UNLIMITED } from '../../runner/budget.ts';
import { openSession } from '../../runner/open-session.ts';
import { credentialsFor, type CredentialFlags } from '../access/credentials-for.ts';
import { clock } from '../clock.ts';
import { examine, type Sign } from '../examine.ts';
import { readLedgers } from '../leftovers.ts';
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
 * Looks at a tenant without creating anything, and says whether a run can judge it and what that costs.
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
  const { access } = credentialsFor(base, given, variables);
  const transport = new Transport();
  try {
    const options = { base, access, runId: 'doctor', time: clock, limits: UNLIMITED };
    const session = await openSession(transport, options, new Set());
    session.tokens.assertLetIn();
    const { signs, burst } = await examine(session);
    const ledgers = readLedgers(given.stateDir, base, clock.now());
    const leftovers = ledgers.leftovers.length;
    const wanted = { ...given, requirements: select(given.only ?? []), maxLive: given.maxLive ?? 1 };
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
    if (lines.every(({ ok }) => ok)) return;
    throw new TargetError('NOT_FIT', `a run could not judge ${base} as it is`, 'See what is marked as BAD.');
  } finally {
    await transport.close();
  }
}

const good = (line: string): Sign => ({ ok: true, line });
