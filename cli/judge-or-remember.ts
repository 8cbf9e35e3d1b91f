import process from 'node:process';

import { scopeOf } from '../changes/tonight.ts';
import { TargetError } from '../driver/errors.ts';
import { Spending } from '../driver/spending.ts';
import { HistoryError } from '../history/history-error.ts';
import type { openHistory } from '../history/open-history.ts';
import { told } from '../history/open-history.ts';
import { recordUnjudged } from '../history/record-unjudged.ts';
import { visibleLine } from '../reports/visible.ts';
import { describeSuite } from '../runner/results.ts';
import { clock } from './clock.ts';
import type { RunFlags } from './commands/run.ts';
import { judgeTonight, type JudgedNight } from './judge-tonight.ts';
import { thisSuite } from './this-suite.ts';

/** Flags of a night that runs the suite. */
type Flags = Parameters<typeof judgeTonight>[0];

interface Where {
  readonly target: string;
  readonly history: ReturnType<typeof openHistory>;
}

/**
 * Runs the suite for a night. One on which the target cannot be judged at all is remembered as such.
 *
 * @throws TargetError on such a night.
 */
export async function judgeOrRemember(
  flags: Flags,
  variables: NodeJS.ProcessEnv,
  where: Where,
): Promise<JudgedNight> {
  const startedAt = clock.now();
  const spending = new Spending();
  try {
    return await judgeTonight(flags, variables, { ...where, spending });
  } catch (error) {
    if (error instanceof TargetError) remember(error, flags, { ...where, startedAt, spending });
    throw error;
  }
}

function remember(
  { message }: TargetError,
  {
    depth,
    history: path,
    only = [],
    seed,
  }: Pick<RunFlags, 'depth' | 'only' | 'seed'> & Pick<Flags, 'history'>,
  {
    target,
    history,
    startedAt,
    spending,
  }: Where & { readonly startedAt: number; readonly spending: Spending },
): void {
  const { version, catalogueDigest } = describeSuite(thisSuite);
  const night = {
    target,
    at: new Date(startedAt).toISOString(),
    durationMs: Math.round(clock.now() - startedAt),
    version,
    catalogue: catalogueDigest,
    scope: scopeOf({ depth, only }),
    seed,
    summary: `Nothing could be judged: ${message}.`,
    requests: spending.total,
  };
  try {
    told(path, () => recordUnjudged(history, night));
  } catch (error) {
    // What went wrong with the target is what is told as the end of the night.
    if (!(error instanceof HistoryError)) throw error;
    process.stderr.write(`the night was not remembered: ${visibleLine(error.message)}\n`);
  }
}
