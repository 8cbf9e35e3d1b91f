import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { messageOf, UsageError } from '../driver/errors.ts';
import { codeOf } from './code-of.ts';
import { makeFolder } from './make-folder.ts';
import { isLoopback } from '../driver/loopback.ts';

/**
 * Makes sure that actions are created only on a tenant that somebody named on purpose: in `--target`, and the first
 * time once more. A server on this machine needs no permission.
 *
 * @param allowed domains that `--allow-tenant` or the configuration names.
 * @throws UsageError for any other tenant, and where what was allowed can be neither read nor kept.
 */
export async function checkAllowed(
  base: string,
  allowed: readonly string[],
  stateDir: string,
): Promise<void> {
  const { host, hostname } = new URL(base);
  if (isLoopback(hostname)) return;
  const known = await readKnown(stateDir);
  if (known.includes(host)) return;
  if (!allowed.some((domain) => domain.toLowerCase() === host)) {
    throw new UsageError(
      'TENANT_NOT_ALLOWED',
      `a run creates and deletes actions on ${host}, and nobody has allowed that yet`,
      `If it is a development tenant, say so once with --allow-tenant ${host}, or in conformance.config.json.`,
    );
  }
  try {
    makeFolder(stateDir);
    await writeFile(fileIn(stateDir), `${JSON.stringify([...known, host], undefined, 2)}\n`);
  } catch (error) {
    throw unusable(stateDir, error);
  }
}

const fileIn = (stateDir: string): string => join(stateDir, 'allowed-tenants.json');

async function readKnown(stateDir: string): Promise<readonly unknown[]> {
  try {
    const known: unknown = JSON.parse(await readFile(fileIn(stateDir), 'utf-8'));
    return Array.isArray(known) ? (known as readonly unknown[]) : [];
  } catch (error) {
    // A file that is not there, or not whole, allows nothing.
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return [];
    throw unusable(stateDir, error);
  }
}

const unusable = (stateDir: string, error: unknown): UsageError =>
  new UsageError(
    'UNUSABLE_STATE',
    `the folder ${stateDir} cannot be used: ${messageOf(error)}`,
    'Give another --state-dir.',
    { cause: error },
  );
