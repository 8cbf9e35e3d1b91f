import type { Unlucky } from '../fixtures/unlucky/unlucky.ts';
import { observe } from './self-validation.ts';

/** How an unlucky target fared. Plain data, so that it can come from another thread. */
export interface UnluckyOutcome {
  readonly name: string;
  /** Requirements that fell, though nobody is to blame. */
  readonly alleged: readonly string[];
  /** What a user has to wait for or is told wrongly, in words. */
  readonly complaints: readonly string[];
}

/** Runs the suite against an honest tenant in bad circumstances. */
export async function tryUnlucky(target: Unlucky): Promise<UnluckyOutcome> {
  const { name, ends, most = {}, wrap } = target;
  const { fell, requests, seconds, report, stopped } = await observe({
    ...(wrap === undefined ? {} : { wrap }),
    circumstances: target,
  });
  const ended = report?.verdict ?? `no report (${stopped ?? 'unknown'})`;
  const { requests: mostRequests = Infinity, seconds: mostSeconds = Infinity } = most;
  return {
    name,
    alleged: fell,
    complaints: [
      ...(ended === ends || fell.length > 0 ? [] : [`${ended} instead of ${ends}`]),
      ...(requests <= mostRequests ? [] : [`${requests} requests instead of ${mostRequests}`]),
      ...(seconds <= mostSeconds ? [] : [`${seconds} s instead of ${mostSeconds}`]),
    ],
  };
}
