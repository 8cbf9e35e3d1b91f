import process from 'node:process';

import type { Resent } from '../changes/change.ts';
import { keyOf } from '../changes/deviation.ts';
import type { ToResend } from '../changes/to-resend.ts';
import { TargetError } from '../driver/errors.ts';
import type { Case } from '../properties/case.ts';
import { resend } from '../runner/resend.ts';
import { interruptible } from './interruptible.ts';
import { newRunId, type Judged } from './commands/run.ts';

/**
 * Sends the cases of deviations again, within what the run left of its limits.
 *
 * @returns how often each deviation was shown again, by its key.
 */
export async function resendNews(
  { report, options, stopped }: Judged,
  wanted: readonly ToResend[],
  { cases: known, times }: { readonly cases: ReadonlyMap<string, Case>; readonly times: number },
): Promise<ReadonlyMap<string, Resent>> {
  const ids = new Set(wanted.map((each) => each.case));
  const cases = [...ids].flatMap((id) => known.get(id) ?? []);
  const limits = {
    ...options.limits,
    maxRequests: options.limits.maxRequests - report.requests.total,
    maxTimeMs: options.limits.maxTimeMs - report.durationMs,
  };
  // A token and a create with its deletion are the least that says anything.
  if (stopped || cases.length === 0 || times === 0 || limits.maxRequests < 3 || limits.maxTimeMs <= 0)
    return new Map();
  process.stderr.write(`sending ${cases.length} cases again, ${times} times each\n`);
  try {
    const shown = await interruptible((signal) =>
      resend({ ...options, runId: newRunId(), limits, cases, times, signal }),
    );
    return new Map(
      wanted.flatMap(({ key, case: id }) => {
        const sendings = shown.get(id) ?? [];
        if (sendings.length === 0) return [];
        const again = sendings.filter((findings) => findings.some((each) => keyOf(each) === key));
        return [[key, { shown: again.length, of: sendings.length }] as const];
      }),
    );
  } catch (error) {
    // The run has its verdict already: that it cannot be looked at again takes nothing from it.
    if (!(error instanceof TargetError)) throw error;
    process.stderr.write(`nothing was sent again: ${error.message}\n`);
    return new Map();
  }
}
