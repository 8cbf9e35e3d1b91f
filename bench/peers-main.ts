import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

import { messageOf } from '../driver/errors.ts';
import type { Mutant } from '../fixtures/mutants/mutant.ts';
import { mutants } from '../fixtures/mutants/shelf.ts';
import { tryMutant } from '../test/self-validation.ts';
import { endChildren, endChildrenWithBench } from './children.ts';
import { installSchemathesis, VERSION } from './install-schemathesis.ts';
import { openApiDocument } from './openapi.ts';
import { runSchemathesis } from './schemathesis.ts';
import { scratchFolder } from './scratch.ts';
import { spreadOf } from './spread.ts';

/** One of so many faulty tenants is tried: a trial takes a fuzzer several seconds. */
const EVERY = 8;

/** Faulty tenants whose fault shows in creates alone, since a description of the create is all that a fuzzer gets. */
const isAboutCreates = ({ breaks, rare, stops, hides }: Mutant): boolean =>
  rare === undefined &&
  stops === undefined &&
  hides === undefined &&
  breaks.every((id) => !id.startsWith('lifecycle.'));

/** How a tenant fared with one tool. */
interface Outcome {
  readonly noticed: boolean;
  readonly requests: number;
}

/** How it fared with both. */
interface Comparison {
  readonly theirs: Outcome;
  readonly ours: Outcome;
}

const summary = (outcomes: readonly Outcome[]): string =>
  `${outcomes.filter(({ noticed }) => noticed).length} noticed, ` +
  `${spreadOf(outcomes.map(({ requests }) => requests)).median} requests a run (median).`;

const progress = (line: string): void => void process.stderr.write(`${line}\n`);

endChildrenWithBench();
try {
  const command = await installSchemathesis(progress);
  const document = join(scratchFolder(), 'openapi.json');
  await writeFile(document, await openApiDocument(undefined));
  // What it has against the honest tenant says nothing about a faulty one.
  const honest = await runSchemathesis(command, document);
  const sample = mutants.filter(isAboutCreates).filter((_, index) => index % EVERY === 0);
  const trials: Comparison[] = [];
  for (const mutant of sample) {
    const theirs = await runSchemathesis(command, document, mutant.wrap);
    const ours = await tryMutant(mutant);
    const noticed = [...theirs.failures].some((failure) => !honest.failures.has(failure));
    progress(`${mutant.name}: ${noticed ? 'noticed' : 'not noticed'} with ${theirs.requests} requests`);
    trials.push({
      theirs: { noticed, requests: theirs.requests },
      ours: { noticed: ours.killed, requests: ours.requests },
    });
  }
  process.stdout.write(
    [
      `Faulty tenants: ${trials.length}, one in ${EVERY} of those whose fault shows in creates.`,
      `Schemathesis ${VERSION}: ${summary(trials.map(({ theirs }) => theirs))}`,
      `  Against the honest tenant it fails with: ${[...honest.failures].join('; ') || 'nothing'}`,
      `This suite: ${summary(trials.map(({ ours }) => ours))}`,
      '',
    ].join('\n'),
  );
} catch (error) {
  process.stderr.write(`bench: ${messageOf(error)}\n`);
  process.exitCode = 1;
} finally {
  endChildren();
}
