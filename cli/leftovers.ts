import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { messageOf, UsageError } from '../driver/errors.ts';
import { isLoopback } from '../driver/loopback.ts';
import type { Leftover } from '../runner/cleanup/plan-sweep.ts';
import { openIn } from '../runner/cleanup/sweep.ts';
import { isOver } from './abandoned.ts';
import { codeOf } from './code-of.ts';
import { ledgersIn, type LedgerHead } from './ledger-file.ts';
import { readLedger, type ReadLedger } from './read-ledger.ts';

/** How long a create that nobody answered may take to show, in milliseconds. */
const LATE_MS = 60_000;

/** How long an action is looked for that the target does not say anything of, in milliseconds. */
const LOOKED_FOR_MS = 24 * 3_600_000;

/** Exit code of a run that found nothing wrong, where a ledger could not be read: what it knows may be on the target still. */
export const COULD_NOT_SWEEP = 3;

/** What the ledgers of a folder say. */
export interface Ledgers {
  /** What runs that are over left on the target. */
  readonly leftovers: readonly Leftover[];
  /** Runs on the target that are under way, as far as can be told, in words. */
  readonly underWay: readonly string[];
  /** Ledgers that cannot be read, or not all of them, in words; of whatever target they are. */
  readonly unread: readonly string[];
}

/**
 * Reads the ledgers of runs.
 *
 * @param target whose runs are meant.
 * @param now in milliseconds since the epoch.
 * @throws UsageError when the folder cannot be read.
 */
export function readLedgers(stateDir: string, target: string, now: number): Ledgers {
  const dir = ledgersIn(stateDir);
  const leftovers: Leftover[] = [];
  const underWay: string[] = [];
  const unread: string[] = [];
  for (const file of ledgerFiles(dir)) {
    const path = join(dir, file);
    const ledger = readLedger(path);
    const { head, writtenAt, trouble } = ledger;
    if (trouble !== undefined) unread.push(`the ledger ${path} cannot be read, and is kept: ${trouble}`);
    if (head?.target !== target) continue;
    if (isOver(head, now - writtenAt)) leftovers.push(leftoverOf(path, { ...ledger, head }, now));
    else underWay.push(wordsFor(head, now - writtenAt));
  }
  return { leftovers, underWay, unread };
}

function ledgerFiles(dir: string): readonly string[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.endsWith('.jsonl'))
      .toSorted();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw new UsageError(
      'UNREADABLE',
      `the ledgers in ${dir} cannot be read: ${messageOf(error)}`,
      'Give another --state-dir.',
      { cause: error },
    );
  }
}

function leftoverOf(
  path: string,
  { head, entries, writtenAt, trouble }: ReadLedger & { readonly head: LedgerHead },
  now: number,
): Leftover {
  const { ids, names } = openIn(entries);
  const silentMs = now - writtenAt;
  // What a machine of one's own does not list today, it never will.
  const isSoughtOn = silentMs < LOOKED_FOR_MS && !isLoopback(new URL(head.target).hostname);
  return {
    run: head.run,
    startedAt: head.startedAt,
    ids,
    names,
    settle({ left, unknown }) {
      const mayBeLate = names.size > 0 && silentMs < LATE_MS;
      const isOpen = left.size > 0 || (unknown.size > 0 && isSoughtOn) || mayBeLate;
      if (!isOpen && trouble === undefined) rmSync(path);
    },
  };
}

const wordsFor = ({ run, host, pid }: LedgerHead, silentMs: number): string =>
  `the run ${run} is under way (process ${pid} on ${host}, last heard of ${Math.max(0, Math.round(silentMs / 1000))} s ago), and its actions are left alone`;
