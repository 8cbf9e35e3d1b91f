import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import type { Baseline } from '../changes/baseline.ts';
import schema from '../changes/baseline.schema.json' with { type: 'json' };
import { UsageError } from '../driver/errors.ts';
import { fileNameOf } from './target-name.ts';

/** Path of the baseline of a target. */
export const baselinePath = (dir: string, target: string): string => join(dir, `${fileNameOf(target)}.json`);

/**
 * Reads the baseline of a target; `undefined` where nobody accepted anything yet.
 *
 * @throws UsageError when the file is no baseline, or another target's.
 */
export function readBaseline(dir: string, target: string): Baseline | undefined {
  const path = baselinePath(dir, target);
  if (!existsSync(path)) return undefined;
  const baseline = parse(path);
  if (baseline.target === target) return baseline;
  throw new UsageError(
    'OTHER_BASELINE',
    `the baseline ${path} is for ${baseline.target}, and the target is ${target}`,
    'Give --name, or another --baselines.',
  );
}

function parse(path: string): Baseline {
  const isBaseline = addFormats.default(new Ajv2020()).compile<Baseline>(schema);
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf-8'));
    if (isBaseline(value)) return value;
    const [first] = isBaseline.errors ?? [];
    throw new Error(`${first?.instancePath || 'it'} ${first?.message ?? 'is none'}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError('BAD_BASELINE', `${path} is no baseline: ${reason}`, 'See baseline.schema.json.', {
      cause: error,
    });
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
  const part = `${path}.${process.pid}.part`;
  try {
    mkdirSync(dir, { recursive: true });
    writeFileSync(part, `${JSON.stringify({ ...baseline, deviations }, null, 2)}\n`, { flush: true });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      'UNWRITABLE',
      `the baseline ${path} cannot be written: ${reason}`,
      'Give another --baselines.',
      {
        cause: error,
      },
    );
  }
  return path;
}
