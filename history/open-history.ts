import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

import { HistoryError } from './history-error.ts';
import { loadSqlite } from './load-sqlite.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts';
import { numberIn } from './row.ts';

/** How long to wait for another job that writes, in milliseconds. */
const PATIENCE_MS = 30_000;

/**
 * Opens a history, makes it where there is none, and brings its schema up to date.
 *
 * It is one file at rest: SQLite's rollback journal is there only while a night is written. A write-ahead log would be
 * a second file that a cache may leave behind, and does not work on a network file system.
 *
 * @param create whether to make it where there is none; its folder has to be there.
 * @throws HistoryError when it is no history, is newer than this suite, or cannot be read or written.
 */
export function openHistory(path: string, { create }: { readonly create: boolean }): DatabaseSync {
  if (!create && !existsSync(path)) {
    throw new HistoryError(
      `there is no history ${path}`,
      'The first nightly makes one; --history names another.',
    );
  }
  return told(path, () => {
    const { DatabaseSync } = loadSqlite();
    const database = new DatabaseSync(path, { timeout: PATIENCE_MS });
    try {
      migrate(database, path);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/**
 * Does something with a history, and tells what goes wrong in words.
 *
 * @throws HistoryError for whatever the database cannot do.
 */
export function told<T>(path: string, use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof Error) || !isOfDatabase(error)) throw error;
    throw new HistoryError(
      `the history ${path} cannot be used: ${error.message}`,
      'Give another --history.',
      {
        cause: error,
      },
    );
  }
}

/** Whether an error is SQLite's or the file system's; any other is somebody else's to tell. */
const isOfDatabase = (error: Error): boolean =>
  'errno' in error || ('code' in error && error.code === 'ERR_SQLITE_ERROR');

/** Writes all or nothing, and lets nobody else write meanwhile. */
export function inTransaction<T>(database: DatabaseSync, write: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = write();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Reads as of one moment, whatever others write meanwhile. */
function asOfNow<T>(database: DatabaseSync, read: () => T): T {
  database.exec('BEGIN');
  try {
    return read();
  } finally {
    if (database.isTransaction) database.exec('COMMIT');
  }
}

function migrate(database: DatabaseSync, path: string): void {
  // Whoever saw a part of what another job is making would take it for somebody else's.
  if (asOfNow(database, () => isCurrent(database, path))) return;
  inTransaction(database, () => {
    // Another job may have done it while this one waited.
    if (isCurrent(database, path)) return;
    for (const migration of MIGRATIONS.slice(versionOf(database))) database.exec(migration);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

function isCurrent(database: DatabaseSync, path: string): boolean {
  const id = pragma(database, 'application_id');
  const isEmpty =
    numberIn(database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get(), 'tables') === 0;
  if (id !== APPLICATION_ID && !isEmpty) {
    throw new HistoryError(`${path} is a database, and no history of this suite`, 'Give another --history.');
  }
  const version = versionOf(database);
  if (version > MIGRATIONS.length) {
    throw new HistoryError(
      `the history ${path} has version ${version} of the schema, and this suite knows ${MIGRATIONS.length}`,
      'Update the suite, or give another --history.',
    );
  }
  return !isEmpty && version === MIGRATIONS.length;
}

const versionOf = (database: DatabaseSync): number => pragma(database, 'user_version');

const pragma = (database: DatabaseSync, name: string): number =>
  numberIn(database.prepare(`PRAGMA ${name}`).get(), name);
