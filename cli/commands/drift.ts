import process from 'node:process';

import { compareOperation } from '../../drift/openapi/compare-operation.ts';
import { visibleLine } from '../../reports/visible.ts';
import { parseDocument } from '../description/parse-document.ts';
import { readable, readDescription, readSource } from '../description/read-description.ts';
import { driftLines } from '../drift-lines.ts';

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
  const outside = await readSource(source);
  const value = readable(source, () => parseDocument(outside.text));
  const description = readDescription(outside, value);
  const comparison = readable(source, () => compareOperation(description));
  const { path, version } = description;
  const title = `POST ${path} of ${source} (OpenAPI ${version}) beside the contract`;
  const text = json
    ? JSON.stringify({ source, openapi: version, path, ...comparison }, undefined, 2)
    : [visibleLine(title), '', ...driftLines(comparison)].join('\n');
  process.stdout.write(`${text}\n`);
  if (comparison.differences.length > 0) process.exitCode = DRIFTED;
}
