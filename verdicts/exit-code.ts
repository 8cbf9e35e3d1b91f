import { EXIT_CODES } from './overall.ts';
import type { Report } from './report.ts';
import { NOTHING_BEARS } from './settle.ts';

/**
 * Exit code of a run, or of one part of it. A part has done its own where all that was left to it was judged: what no
 * answer of it bears on is for the others, and the merged report tells of the whole.
 */
export function exitCodeOf({
  verdict,
  shard,
  requirements,
}: Pick<Report, 'verdict' | 'shard' | 'requirements'>): number {
  const isDone =
    shard !== undefined &&
    verdict === 'partial' &&
    requirements.every(
      (each) =>
        each.verdict !== 'errored' &&
        (each.level !== 'MUST' || each.verdict !== 'not-exercised' || each.reason === NOTHING_BEARS),
    );
  return isDone ? 0 : EXIT_CODES[verdict];
}
