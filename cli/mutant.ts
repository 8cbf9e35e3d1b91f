import { UsageError } from '../driver/errors.ts';
import type { Mutant } from '../fixtures/mutants/mutant.ts';
import { mutants } from '../fixtures/mutants/shelf.ts';
import { didYouMean } from './near-names.ts';

/**
 * The faulty tenant by this name.
 *
 * @throws UsageError when there is none.
 */
export function mutantNamed(name: string): Mutant {
  const mutant = mutants.find((each) => each.name === name);
  if (mutant !== undefined) return mutant;
  throw new UsageError(
    'NO_SUCH_MUTANT',
    `there is no mock tenant called ${name}`,
    didYouMean(
      `mock:${name}`,
      ['documented', 'observed', ...mutants.map((each) => each.name)].map((each) => `mock:${each}`),
      'Give mock:documented, mock:observed, or one of actions-conformance list --mutants.',
    ),
  );
}

/** The faulty tenants that break one of these requirements, or keep it from being judged. */
export const mutantsOf = (ids: ReadonlySet<string>): readonly Mutant[] =>
  mutants.filter(({ breaks, hides = [] }) => [...breaks, ...hides].some((id) => ids.has(id)));

/** Faulty tenants, one a line: the name and what is wrong with each. */
export function mutantLines(listed: readonly Mutant[]): readonly string[] {
  const width = Math.max(0, ...listed.map(({ name }) => name.length));
  return listed.map(({ name, says }) => `mock:${name.padEnd(width)}  ${says}`);
}
