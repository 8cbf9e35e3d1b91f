import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { messageOf, UsageError } from '../driver/errors.ts';
import type { LedgerEntry } from '../runner/ledger.ts';
import { openIn, type Leftover } from '../runner/sweep.ts';
import { codeOf } from './code-of.ts';
import { ledgersIn, type LedgerHead } from './ledger-file.ts';

/** A run of which nothing was written for so long is over, in milliseconds. */
const OVER_MS = 2 * 3_600_000;

/** How long a create that nobody answered may take to show, in milliseconds. */
const LATE_MS = 60_000;

/** What a run left, with the file that says so. */
interface FiledLeftover extends Leftover {
  readonly target: string;
}

/**
 * Reads the ledgers of runs that are over, and that left something on a target.
 *
 * @param now in milliseconds since the epoch.
 * @throws UsageError when they cannot be read.
 */
export function readLeftovers(stateDir: string, target: string, now: number): readonly Leftover[] {
  const dir = ledgersIn(stateDir);
  try {
    const files = readdirSync(dir).filter((name) => name.endsWith('.jsonl'));
    return files
      .flatMap((name) => readLeftover(join(dir, name), now))
      .filter((each) => each.target === target);
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

function readLeftover(path: string, now: number): readonly FiledLeftover[] {
  const [head, ...entries] = readFileSync(path, 'utf-8').split('\n').flatMap(parseLine);
  const { mtimeMs } = statSync(path);
  if (head === undefined || !isHead(head) || isUnderWay(head, now - mtimeMs)) return [];
  const open = openIn(entries.filter(isEntry));
  return [
    {
      ...open,
      target: head.target,
      startedAt: head.startedAt,
      settle({ left, unknown }) {
        const mayBeLate = open.names.size > 0 && now - mtimeMs < LATE_MS;
        if (left.length + unknown.length === 0 && !mayBeLate) rmSync(path);
      },
    },
  ];
}

/** Whether the run is still going on, as far as can be told. */
function isUnderWay({ host, pid }: LedgerHead, silentMs: number): boolean {
  if (silentMs > OVER_MS) return false;
  return host !== hostname() || (pid !== process.pid && isAlive(pid));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is alive as well.
    return codeOf(error) === 'EPERM';
  }
}

type Line = Readonly<Record<string, unknown>>;

/** A process that is killed may leave half a line, whose request it did not send. */
function parseLine(text: string): readonly Line[] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? [value as Line] : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

const isHead = (line: Line): line is Line & LedgerHead =>
  typeof line['target'] === 'string' &&
  typeof line['startedAt'] === 'number' &&
  typeof line['host'] === 'string' &&
  typeof line['pid'] === 'number';

function isEntry(line: Line): line is Line & LedgerEntry {
  const { asked, refused, created, deleted, name } = line;
  if (typeof created === 'string') return typeof name === 'string';
  return [asked, refused, deleted].some((value) => typeof value === 'string');
}
