import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';

import { catalogue } from '../contracts/catalogue.ts';
import { mutants } from '../fixtures/mutants/shelf.ts';
import { renderMatrix } from './render-matrix.ts';
import { observe } from './self-validation.ts';
import { summarize } from './summarize.ts';
import { tryAll } from './try-all.ts';

const REPORT = new URL('../reports/self-validation.json', import.meta.url);

/** Proves the suite against every faulty tenant, tells what came of it, and gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const trials = tryAll(mutants.map(({ name }) => name));
  const honest = {
    documented: (await observe()).fell,
    observed: (await observe(undefined, 'observed')).fell,
  };
  const outcomes = await Promise.all(trials.values());
  const summary = summarize(outcomes, honest);
  const text = args.includes('--json')
    ? JSON.stringify({ ...summary, outcomes }, null, 2)
    : renderMatrix(outcomes, summary);
  process.stdout.write(`${text}\n`);

  const { mutants: count, killed, falseAlarms, medianRequestsToFirstKill } = summary;
  const catalogueDigest = createHash('sha256').update(JSON.stringify(catalogue)).digest('hex');
  await mkdir(new URL('.', REPORT), { recursive: true });
  await writeFile(
    REPORT,
    `${JSON.stringify({ mutants: count, killed, falseAlarms, medianRequestsToFirstKill, catalogueDigest }, null, 2)}\n`,
  );
  return summary.proven ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
