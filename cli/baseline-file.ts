import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import type { Baseline } from '../changes/baseline.ts';
import schema from '../changes/baseline.schema.json' with { type: 'json' };
import { messageOf, UsageError } from '../driver/errors.ts';
import { partOf, removeAbandoned } from './abandoned-files.ts';
import { codeOf } from './code-of.ts';
import { makeFolder } from './make-folder.ts';
import { readOutsideText } from './outside-text.ts';
import { fileNameOf } from './target-name.ts';

/** Path of the baseline of a target. */
export const baselinePath = (dir: string, target: string): string => join(dir, `${fileNameOf(target)}.json`);

/**
 * Reads the baseline of a target; `undefined` where nobody accepted anything yet.
 *
 * @throws UsageError when it cannot be read, is no baseline, or another target's.
 */
export function readBaseline(dir: string, target: string): Baseline | undefined {
  const path = baselinePath(dir, target);
  const text = textOf(path);
  if (text === undefined) return undefined;
  const baseline = parse(path, text);
  if (baseline.target === target) return baseline;
  throw new UsageError(
    'OTHER_BASELINE',
    `the baseline ${path} is for ${baseline.target}, and the target is ${target}`,
    'Give --name, or another --baselines.',
  );
}

/** The text of a file; `undefined` where there is none, and only there. */
function textOf(path: string): string | undefined {
  try {
    return readOutsideText(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new UsageError(
      'UNREADABLE_BASELINE',
      `the baseline ${path} cannot be read: ${messageOf(error)}`,
      'Give the folder that holds it as --baselines.',
      { cause: error },
    );
  }
}

function parse(path: string, text: string): Baseline {
  const isBaseline = addFormats.default(new Ajv2020()).compile<Baseline>(schema);
  try {
    const value: unknown = JSON.parse(text);
    if (isBaseline(value)) return value;
    const [first] = isBaseline.errors ?? [];
    throw new Error(`${first?.instancePath || 'it'} ${first?.message ?? 'is none'}`);
  } catch (error) {
    throw new UsageError(
      'BAD_BASELINE',
      `${path} is no baseline: ${messageOf(error)}`,
      'See baseline.schema.json.',
      { cause: error },
    );
  }
}

/**
 * Writes the baseline of a target, its deviations in the order of their causes, so that a review shows what changed.
 *
 * @returns its path.
 * @throws UsageError when it cannot be written; an earlier one is then as it was.
 */
export function writeBaseline(dir: string, baseline: Baseline): string {
  const deviations = baseline.deviations.toSorted((a, b) => (a.cause < b.cause ? -1 : 1));
  const path = baselinePath(dir, baseline.target);
  const part = partOf(path);
  try {
    makeFolder(dir);
    removeAbandoned(dir);
    writeFileSync(part, `${JSON.stringify({ ...baseline, deviations }, null, 2)}\n`, { flush: true });
    renameSync(part, path);
  } catch (error) {
    if (existsSync(part)) rmSync(part);
    throw new UsageError(
      'UNWRITABLE',
      `the baseline ${path} cannot be written: ${messageOf(error)}`,
      'Give another --baselines.',
      { cause: error },
    );
  }
  return path;
}
