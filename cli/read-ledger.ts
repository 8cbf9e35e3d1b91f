import { lstatSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { isObject } from '../contracts/pointer.ts';
import { messageOf } from '../driver/errors.ts';
import { isRunId } from '../runner/action-name.ts';
import type { LedgerEntry } from '../runner/cleanup/ledger.ts';
import { LEDGER_VERSION, type LedgerHead } from './ledger-file.ts';

/** Longer than any ledger is, in bytes: a create takes some three hundred. */
const LONGEST = 16 * 1024 * 1024;

/** A ledger, as far as it can be read. */
export interface ReadLedger {
  /** Absent where it cannot be read at all. */
  readonly head?: LedgerHead;
  readonly entries: readonly LedgerEntry[];
  /** When it was written last, in milliseconds since the epoch. */
  readonly writtenAt: number;
  /** What is wrong with it; absent where all of it was read. */
  readonly trouble?: string;
}

/** Reads a ledger. Nothing in it is believed but its form: what it says of actions is looked at on the target. */
export function readLedger(path: string): ReadLedger {
  try {
    const stats = lstatSync(path);
    const writtenAt = stats.mtimeMs;
    if (!stats.isFile()) return broken(stats.isDirectory() ? 'it is a folder' : 'it is no file', writtenAt);
    if (stats.size > LONGEST) return broken(`it is longer than ${LONGEST} bytes`, writtenAt);
    return { ...parse(readFileSync(path, 'utf8'), basename(path)), writtenAt };
  } catch (error) {
    return broken(messageOf(error), 0);
  }
}

const broken = (trouble: string, writtenAt: number): ReadLedger => ({ entries: [], writtenAt, trouble });

function parse(text: string, file: string): Omit<ReadLedger, 'writtenAt'> {
  const lines = text.split('\n');
  // Whoever is killed may leave half a line at the end, whose request was not sent.
  if (!isEntry(jsonIn(lines.at(-1) ?? ''))) lines.pop();
  const [first = '', ...rest] = lines;
  const head = jsonIn(first);
  if (!isObject(head)) return { entries: [], trouble: 'it does not begin as a ledger does' };
  const { version = LEDGER_VERSION } = head;
  if (version !== LEDGER_VERSION) {
    return { entries: [], trouble: `it is of version ${JSON.stringify(version)}, and this suite knows 1` };
  }
  if (!isHead(head) || file !== `${head.run}.jsonl`) {
    return { entries: [], trouble: 'its first line is not that of a ledger' };
  }
  const values = rest.map((line) => (line === '' ? undefined : (jsonIn(line) ?? null)));
  const strange = values.findIndex((value) => value !== undefined && !isEntry(value));
  return {
    head,
    entries: values.filter((value) => isEntry(value)),
    ...(strange === -1 ? {} : { trouble: `line ${strange + 2} is none that this suite knows` }),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isHead(line: object): line is LedgerHead {
  const { run, target, startedAt, host, pid } = line as Readonly<Record<string, unknown>>;
  return (
    typeof run === 'string' &&
    isRunId(run) &&
    typeof target === 'string' &&
    typeof startedAt === 'number' &&
    Number.isFinite(startedAt) &&
    typeof host === 'string' &&
    Number.isInteger(pid)
  );
}

function isEntry(line: unknown): line is LedgerEntry {
  if (typeof line !== 'object' || line === null) return false;
  const { asked, refused, created, deleted, name } = line as Readonly<Record<string, unknown>>;
  if (typeof created === 'string') return typeof name === 'string';
  return [asked, refused, deleted].some((value) => typeof value === 'string');
}
