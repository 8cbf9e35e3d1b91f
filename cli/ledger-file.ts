import { closeSync, fsyncSync, futimesSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { messageOf, UsageError } from '../driver/errors.ts';
import type { Journal, LedgerEntry } from '../runner/cleanup/ledger.ts';
import { OpenEntries } from '../runner/cleanup/open-entries.ts';
import { isLoopback } from '../driver/loopback.ts';
import { partOf, removeAbandoned } from './abandoned-files.ts';
import { makeFolder } from './make-folder.ts';

/** Version of the lines of a ledger. */
export const LEDGER_VERSION = 1;

/** How often a ledger is touched while its run goes on, in milliseconds: whoever finds it knows that by its age. */
const TOUCHED_EVERY_MS = 60_000;

/** The first line of a ledger: whose it is. */
export interface LedgerHead {
  /** Absent in those that were written before there were versions. */
  readonly version?: typeof LEDGER_VERSION;
  readonly run: string;
  /** Base URL of the target. */
  readonly target: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly host: string;
  readonly pid: number;
}

/** Folder of the ledgers within the folder in which the suite keeps what outlives a run. */
export const ledgersIn = (stateDir: string): string => join(stateDir, 'ledgers');

/**
 * A ledger on disk, one line of JSON an entry. What announces a create is on the disk itself before the create is sent;
 * not so where the target is on this machine, as whatever takes the file then ends the target, too.
 */
export class LedgerFile implements Journal {
  private readonly path: string;
  private readonly file: number;
  private readonly open = new OpenEntries();
  private readonly outlivesThis: boolean;
  private readonly touching: NodeJS.Timeout;
  private trouble: unknown;
  /** Lines that are not in the file yet. */
  private waiting = '';

  /** @throws UsageError when it cannot be written. */
  constructor(
    stateDir: string,
    { run, target, startedAt }: Pick<LedgerHead, 'run' | 'target' | 'startedAt'>,
  ) {
    const dir = ledgersIn(stateDir);
    this.path = join(dir, `${run}.jsonl`);
    this.outlivesThis = !isLoopback(new URL(target).hostname);
    const head: LedgerHead = {
      version: LEDGER_VERSION,
      run,
      target,
      startedAt,
      host: hostname(),
      pid: process.pid,
    };
    try {
      makeFolder(dir);
      removeAbandoned(dir);
      // It is there only once its first line is whole: a ledger without one is damaged.
      const part = partOf(this.path);
      this.file = openSync(part, 'wx', 0o600);
      this.append(head);
      this.flush(true);
      renameSync(part, this.path);
      syncFolder(dir);
    } catch (error) {
      throw unwritable(this.path, error);
    }
    this.touching = setInterval(() => this.touch(), TOUCHED_EVERY_MS).unref();
  }

  /** @throws UsageError when the name of a create cannot be kept: it must not be sent then. */
  write(entry: LedgerEntry): void {
    try {
      this.append(entry);
      this.open.note(entry);
      // That something is gone can wait for the next line: a sweep that does not know of it looks once in vain.
      if ('asked' in entry || 'created' in entry) this.flush(this.outlivesThis && 'asked' in entry);
    } catch (error) {
      if ('asked' in entry) throw unwritable(this.path, error);
      // The name was kept, so that a sweep finds the action. Cleaning up goes on, and the end tells.
      this.trouble ??= error;
    }
  }

  /**
   * Ends the ledger; the file stays only while something may be left on the target.
   *
   * @throws UsageError when it could not be kept up.
   */
  close(): void {
    clearInterval(this.touching);
    try {
      this.flush(false);
    } catch (error) {
      this.trouble ??= error;
    }
    closeSync(this.file);
    if (this.trouble !== undefined) throw unwritable(this.path, this.trouble);
    const { ids, names } = this.open;
    if (ids.size + names.size === 0) rmSync(this.path);
  }

  private touch(): void {
    try {
      futimesSync(this.file, new Date(), new Date());
    } catch (error) {
      this.trouble ??= error;
    }
  }

  private append(line: LedgerHead | LedgerEntry): void {
    this.waiting += `${JSON.stringify(line)}\n`;
  }

  /** @param now whether it has to be on the disk before anything else is done. */
  private flush(now: boolean): void {
    const lines = this.waiting;
    // Half of it may be written where the disk is full: it is not written twice.
    this.waiting = '';
    writeSync(this.file, lines);
    if (now) fsyncSync(this.file);
  }
}

/** Without this, a new file may be gone after a power cut. */
function syncFolder(dir: string): void {
  // Windows opens no folders, and writes their entries through.
  if (process.platform === 'win32') return;
  const folder = openSync(dir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const unwritable = (path: string, cause: unknown): UsageError =>
  new UsageError(
    'UNWRITABLE',
    `the ledger ${path} cannot be written: ${messageOf(cause)}`,
    'Give another --state-dir.',
    { cause },
  );
