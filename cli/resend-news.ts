import process from 'node:process';

import type { Resent } from '../changes/change.ts';
import { keyOf } from '../changes/deviation.ts';
import type { ToResend } from '../changes/to-resend.ts';
import { TargetError } from '../driver/errors.ts';
import { isLoopback } from '../driver/loopback.ts';
import type { Spending } from '../driver/spending.ts';
import type { Case } from '../properties/case.ts';
import { amount } from '../reports/amount.ts';
import { visibleLine } from '../reports/visible.ts';
import { resend } from '../runner/resend.ts';
import type { Report } from '../verdicts/report.ts';
import { sumAccounts } from '../verdicts/sum-accounts.ts';
import { interruptible } from './interruptible.ts';
import type { Judged } from './commands/run.ts';
import { newRunId } from './new-run-id.ts';

/** What came of sending cases again. */
interface News {
  /** How often each deviation was shown again, by its key. */
  readonly resent: ReadonlyMap<string, Resent>;
  /** The report of the run, which counts these requests and actions as well. */
  readonly report: Report;
}

/** Sends the cases of deviations again, within what the run left of its limits. */
export async function resendNews(
  { report, options, stopped }: Judged,
  wanted: readonly ToResend[],
  { cases: known, times }: { readonly cases: ReadonlyMap<string, Case>; readonly times: number },
): Promise<News> {
  const ids = new Set(wanted.map((each) => each.case));
  const cases = [...ids].flatMap((id) => known.get(id) ?? []);
  const { maxRequests, maxCreates, maxLive, maxTimeMs } = options.limits;
  const { created, leftOver } = report.actions;
  const limits = {
    // The requests of the run are counted on.
    maxRequests,
    maxCreates: maxCreates - created,
    // On this machine, what is left takes no place.
    maxLive: isLoopback(new URL(report.target.url).hostname) ? maxLive : maxLive - leftOver,
    maxTimeMs: maxTimeMs - report.durationMs,
  };
  // A token and a create with its deletion are the least that says anything.
  const isSpent =
    report.requests.total + 3 > maxRequests ||
    Math.min(limits.maxLive, limits.maxCreates, limits.maxTimeMs) <= 0;
  if (stopped || cases.length === 0 || times === 0 || isSpent) return { resent: new Map(), report };
  process.stderr.write(`sending ${amount(cases.length, 'case')} again, ${times} times each\n`);
  try {
    const { shown, actions } = await interruptible((signal) =>
      resend({ ...options, runId: newRunId(), limits, cases, times, signal }),
    );
    const resent = wanted.flatMap(({ key, case: id }) => {
      const sendings = shown.get(id) ?? [];
      if (sendings.length === 0) return [];
      const again = sendings.filter((findings) => findings.some((each) => keyOf(each) === key));
      return [[key, { shown: again.length, of: sendings.length }] as const];
    });
    return { resent: new Map(resent), report: counted(report, options.spending, actions) };
  } catch (error) {
    // The run has its verdict already: that it cannot be looked at again takes nothing from it.
    if (!(error instanceof TargetError)) throw error;
    const why = visibleLine(options.redactor.text(error.message));
    process.stderr.write(`nothing was sent again: ${why}\n`);
    return { resent: new Map(), report: counted(report, options.spending, NO_ACTIONS) };
  }
}

const NO_ACTIONS: Report['actions'] = { created: 0, deleted: 0, leftOver: 0 };

/** The report with what was spent after it was made. */
function counted(report: Report, { total, byKind }: Spending, actions: Report['actions']): Report {
  return {
    ...report,
    requests: { total, ...byKind },
    actions: sumAccounts([report.actions, actions]),
  };
}
