import process from 'node:process';

import type { Level, Requirement } from '../../contracts/requirement.ts';
import { select } from '../select.ts';

/** Flags of `list`, as commander parses them. */
export interface ListFlags {
  readonly level?: Level;
  readonly json?: true;
  readonly mutants?: true;
}

/** Lists requirements, one a line: level, id, title; or the faulty tenants, of the requirements that are chosen if any are. */
export async function listCommand(
  globs: readonly string[],
  { level, json, mutants }: ListFlags,
): Promise<void> {
  const selected = select(globs).filter((requirement) => level === undefined || requirement.level === level);
  if (mutants) {
    const isChosen = globs.length > 0 || level !== undefined;
    return await listMutants(isChosen ? selected : undefined, json);
  }
  if (json) {
    process.stdout.write(`${JSON.stringify(selected, undefined, 2)}\n`);
    return;
  }
  const width = Math.max(0, ...selected.map(({ id }) => id.length));
  const lines = selected.map((each) => `${each.level.padEnd(6)}  ${each.id.padEnd(width)}  ${each.title}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function listMutants(of: readonly Requirement[] | undefined, json: true | undefined): Promise<void> {
  const [{ mutantLines, mutantsOf }, { mutants }] = await Promise.all([
    import('../mutant.ts'),
    // Some break no requirement: those that answer as no tenant does.
    import('../../fixtures/mutants/shelf.ts'),
  ]);
  const listed = of === undefined ? mutants : mutantsOf(new Set(of.map(({ id }) => id)));
  const facts = listed.map(({ name, says, breaks }) => ({ target: `mock:${name}`, says, breaks }));
  process.stdout.write(`${json ? JSON.stringify(facts, undefined, 2) : mutantLines(listed).join('\n')}\n`);
}
