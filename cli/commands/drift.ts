import process from 'node:process';

import { compareOperation } from '../../drift/openapi/compare-operation.ts';
import { visibleLine } from '../../reports/visible.ts';
import { driftLines } from '../drift-lines.ts';
import { readDescription } from '../read-description.ts';

/** Flags of `drift`, as commander parses them. */
export interface DriftFlags {
  readonly json?: true;
}

/** Exit code where a description says something else than the contract. */
const DRIFTED = 1;

/**
 * Compares an OpenAPI description with the contract and sets the exit code: 0 where they agree, 1 where they do not.
 *
 * @throws UsageError when the description cannot be read.
 */
export async function driftCommand(source: string, { json }: DriftFlags): Promise<void> {
  const { operation, path, version } = await readDescription(source);
  const comparison = compareOperation(operation);
  const title = `POST ${path} of ${source} (OpenAPI ${version}) beside the contract`;
  const text = json
    ? JSON.stringify({ source, openapi: version, path, ...comparison }, undefined, 2)
    : [visibleLine(title), '', ...driftLines(comparison)].join('\n');
  process.stdout.write(`${text}\n`);
  if (comparison.differences.length > 0) process.exitCode = DRIFTED;
}
