import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { messageOf, UsageError } from '../driver/errors.ts';
import type { Case } from '../properties/case.ts';
import { readCorpusEntry, type CorpusEntry } from '../properties/corpus-entry.ts';
import type { Counterexample } from '../runner/events.ts';
import type { Report } from '../verdicts/report.ts';
import { partOf, removeAbandoned } from './abandoned-files.ts';
import { codeOf } from './code-of.ts';
import { assertThere } from './missing-file.ts';
import { makeFolder } from './make-folder.ts';
import { readOutsideText } from './outside-text.ts';
import { fileNameOf, targetName } from './target-name.ts';

/** A counterexample with the file that holds it. */
export interface FiledCase {
  readonly file: string;
  readonly cause: string;
  readonly case: Case;
}

/**
 * Where counterexamples are kept: in the folder that is named, else by target below the state directory, as what one
 * target does wrong is no news of another.
 */
export const corpusDir = (
  named: string | undefined,
  { stateDir, target }: { readonly stateDir: string; readonly target: string },
): string => named ?? join(stateDir, 'corpus', fileNameOf(targetName({ target })));

/**
 * Reads every counterexample in a folder, in the order of their names; none where there is no folder.
 *
 * @throws UsageError when the folder or a file cannot be read, or a file is no counterexample.
 */
export async function readCorpus(dir: string): Promise<readonly FiledCase[]> {
  const names = await readdir(dir).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw unreadable(dir, error);
  });
  const files = names.filter((name) => name.endsWith('.json')).toSorted();
  return files.map((name) => readCounterexample(join(dir, name)));
}

/**
 * Reads one counterexample.
 *
 * @throws UsageError when the file cannot be read, or is none.
 */
export function readCounterexample(file: string): FiledCase {
  try {
    const value: unknown = JSON.parse(readOutsideText(file));
    return { file, ...readCorpusEntry(value) };
  } catch (error) {
    assertThere(file, error, 'Give a file of the corpus, report.json#<cause>, or the id of a case.');
    throw unreadable(file, error);
  }
}

/**
 * Keeps what a run found, one file each, unless its cause is kept already.
 *
 * @returns the paths of the new files.
 * @throws UsageError when they cannot be written.
 */
export async function saveCounterexamples(
  dir: string,
  found: readonly Counterexample[],
  { suite, startedAt }: Pick<Report, 'suite' | 'startedAt'>,
): Promise<readonly string[]> {
  const kept = new Set((await readCorpus(dir)).map(({ cause }) => cause));
  const saved: string[] = [];
  for (const { requirement, finding, case: example, draw, curl } of found) {
    if (kept.has(finding.cause)) continue;
    kept.add(finding.cause);
    const { cause, message, expected, actual } = finding;
    const { id, ...parts } = example;
    const entry: CorpusEntry = {
      requirement: requirement.id,
      cause,
      message,
      expected,
      actual,
      found: { on: startedAt.slice(0, 10), suite: suite.version, ...draw },
      curl,
      case: parts,
    };
    const file = join(dir, `${requirement.id}-${id}.json`);
    try {
      makeFolder(dir);
      removeAbandoned(dir);
      const part = partOf(file);
      await writeFile(part, `${JSON.stringify(entry, undefined, 2)}\n`, { flush: true });
      await rename(part, file);
    } catch (error) {
      throw new UsageError(
        'UNWRITABLE',
        `no counterexample can be written to ${dir}: ${messageOf(error)}`,
        'Give another --corpus.',
        { cause: error },
      );
    }
    saved.push(file);
  }
  return saved;
}

const unreadable = (path: string, error: unknown): UsageError =>
  new UsageError(
    'BAD_CORPUS',
    `${path} is no counterexample: ${messageOf(error)}`,
    'Mend it, delete it, or give another --corpus.',
    { cause: error },
  );
