import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import process from 'node:process';

import { catalogue } from '../contracts/catalogue.ts';
import { mutants } from '../fixtures/mutants/shelf.ts';
import { unlucky } from '../fixtures/unlucky/shelf.ts';
import { planFor } from '../properties/plan.ts';
import { killOrder } from './kill-order.ts';
import { renderMatrix } from './render-matrix.ts';
import { observe, SEED } from './self-validation.ts';
import { summarize } from './summarize.ts';
import { shortTrialsOf, trialsOf, tryAll, tryAllUnlucky } from './try-all.ts';

const RESULT = new URL('../reports/self-validation.json', import.meta.url);
const ORDER = new URL('../properties/kill-order.json', import.meta.url);

const USAGE = `Proves the suite against every faulty tenant, tries it on every unlucky one, and writes reports/self-validation.json.

  npm run mutants                      a matrix: mutant, killed by, requests until then
  npm run mutants -- --json            the same as JSON
  npm run mutants -- --freeze-order    also measures anew the order in which plans send their cases
`;

/** Runs the trials, tells what came of them, and gives the exit code. */
async function main(flags: readonly string[]): Promise<number> {
  const unknown = flags.find((flag) => flag !== '--json' && flag !== '--freeze-order');
  if (unknown !== undefined) {
    process.stderr.write(unknown === '--help' ? USAGE : `There is no flag ${unknown}.\n\n${USAGE}`);
    return unknown === '--help' ? 0 : 2;
  }
  const outcomes = await Promise.all(tryAll([...trialsOf(mutants), ...shortTrialsOf(mutants)]));
  const [all, short] = [outcomes.slice(0, mutants.length), outcomes.slice(mutants.length)];
  const unluckyOutcomes = await Promise.all(tryAllUnlucky(unlucky));
  const honest = {
    documented: (await observe()).fell,
    observed: (await observe({ like: 'observed' })).fell,
  };
  const summary = summarize({ outcomes: all, short, honest, unlucky: unluckyOutcomes });
  const text = flags.includes('--json')
    ? JSON.stringify({ ...summary, outcomes: all }, null, 2)
    : renderMatrix(all, summary);
  process.stdout.write(`${text}\n`);

  const { mutants: count, killed, falseAlarms, medianRequestsToFirstKill, noticedOnShortBudget } = summary;
  const catalogueDigest = createHash('sha256').update(JSON.stringify(catalogue)).digest('hex');
  await writeJson(RESULT, {
    mutants: count,
    killed,
    falseAlarms,
    medianRequestsToFirstKill,
    noticedOnShortBudget,
    catalogueDigest,
  });
  if (flags.includes('--freeze-order')) {
    await writeJson(ORDER, killOrder(planFor(catalogue, 'standard', SEED).cases, all));
  }
  return summary.proven ? 0 : 1;
}

async function writeJson(file: URL, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

process.exitCode = await main(process.argv.slice(2));
