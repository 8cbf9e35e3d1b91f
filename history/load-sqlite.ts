import process from 'node:process';
import type * as sqlite from 'node:sqlite';

/**
 * Node's own SQLite. Some versions warn as it is loaded that it is experimental, which would be a line of noise every
 * night; every other warning passes.
 */
export function loadSqlite(): typeof sqlite {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = (...args: readonly unknown[]): void => {
    if (!String(args[0]).startsWith('SQLite is an experimental feature'))
      Reflect.apply(emitWarning, undefined, args);
  };
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
