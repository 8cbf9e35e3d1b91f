import { InvalidArgumentError } from 'commander';

import { UsageError } from '../driver/errors.ts';
import type { Shard } from '../verdicts/report.ts';

/** What `--shard` says: which part of how many, or how many alone. */
export interface ShardFlag {
  /** Counts from 1. */
  readonly index?: number;
  readonly count: number;
}

/** More machines than this have less to do than the overhead of each. */
const MOST_SHARDS = 100;

/** Parses `2/4`, or `4` where the environment says which of the four it is. */
export function parseShard(text: string): ShardFlag {
  const [, index, count] = /^(?:([1-9]\d{0,2})\/)?([1-9]\d{0,2})$/.exec(text) ?? [];
  if (count === undefined || Number(index ?? 1) > Number(count) || Number(count) > MOST_SHARDS) {
    throw new InvalidArgumentError(
      `It takes a part of at most ${MOST_SHARDS}, such as 1/4, or 4 where JOB_COMPLETION_INDEX tells the part.`,
    );
  }
  return { ...(index === undefined ? {} : { index: Number(index) }), count: Number(count) };
}

/**
 * The part of the plan to send: what the flag says, else what a Kubernetes Indexed Job says in `JOB_COMPLETION_INDEX`,
 * which counts from 0. Kubernetes does not tell how many there are: `JOB_COMPLETIONS` or the flag has to.
 *
 * @throws UsageError when it is not clear which part is meant.
 */
export function shardFrom(flag: ShardFlag | undefined, variables: NodeJS.ProcessEnv): Shard | undefined {
  if (flag?.index !== undefined) return { index: flag.index, count: flag.count };
  const position = variables['JOB_COMPLETION_INDEX'] ?? '';
  const count = flag?.count ?? wholeNumber('JOB_COMPLETIONS', variables['JOB_COMPLETIONS'] ?? '');
  if (count === undefined) return undefined;
  const index = wholeNumber('JOB_COMPLETION_INDEX', position);
  if (index === undefined) {
    if (flag === undefined) return undefined;
    throw new UsageError(
      'BAD_SHARD',
      `--shard ${count} does not say which part`,
      `Give 1/${count}, or set JOB_COMPLETION_INDEX.`,
    );
  }
  if (index >= count) {
    throw new UsageError(
      'BAD_SHARD',
      `JOB_COMPLETION_INDEX is ${index}, and there are only ${count} parts`,
      'It counts from 0; set JOB_COMPLETIONS to the completions of the job.',
    );
  }
  return { index: index + 1, count };
}

function wholeNumber(name: string, text: string): number | undefined {
  if (text === '') return undefined;
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new UsageError('BAD_SHARD', `${name} is ${JSON.stringify(text)}`, 'It takes a whole number.');
}
