import process from 'node:process';

import type { Level } from '../../contracts/requirement.ts';
import { select } from '../select.ts';

/** Flags of `list`, as commander parses them. */
export interface ListFlags {
  readonly level?: Level;
  readonly json?: true;
  readonly mutants?: true;
}

/** Lists requirements, one a line: level, id, title; or the faulty tenants. */
export async function listCommand(
  globs: readonly string[],
  { level, json, mutants }: ListFlags,
): Promise<void> {
  if (mutants) {
    const { mutantLines } = await import('../mutant.ts');
    process.stdout.write(`${mutantLines().join('\n')}\n`);
    return;
  }
  const selected = select(globs).filter((requirement) => level === undefined || requirement.level === level);
  if (json) {
    process.stdout.write(`${JSON.stringify(selected, undefined, 2)}\n`);
    return;
  }
  const width = Math.max(0, ...selected.map(({ id }) => id.length));
  const lines = selected.map((each) => `${each.level.padEnd(6)}  ${each.id.padEnd(width)}  ${each.title}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}
