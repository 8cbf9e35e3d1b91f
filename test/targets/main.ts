import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';

import { format } from 'prettier';

import { catalogue } from '../../contracts/catalogue.ts';
import { endChildrenWithBench } from '../../bench/children.ts';
import { complaintsAbout, disorder, notLookedAt } from './complaints.ts';
import { judge } from './judged.ts';
import { whileRunning } from './running.ts';
import { thirdParties } from './shelf.ts';
import { renderPage } from './table.ts';
import type { ThirdParty } from './third-party.ts';
import { isTried, type Trial } from './trial.ts';

const PAGE = new URL('../../docs/targets.md', import.meta.url);

const LOOKED_AT = new URL('looked-at.json', import.meta.url);

const USAGE = `Judges servers that other people wrote, and holds what a person says of each.

  npm run test:targets                   every server that can be had here
  npm run test:targets -- NAME…          these alone: ${thirdParties.map(({ name }) => name).join(', ')}
  npm run test:targets -- --npm          those that npm offers and Node runs
  npm run test:targets -- --write        also writes docs/targets.md, once every finding was looked at
`;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Tries the servers, says what came of each, and gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { npm: { type: 'boolean' }, write: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  const unknown = positionals.find((name) => !thirdParties.some((server) => server.name === name));
  if (unknown !== undefined || values.help === true) {
    process.stderr.write(unknown === undefined ? USAGE : `There is no server ${unknown}.\n\n${USAGE}`);
    return unknown === undefined ? 0 : 2;
  }
  const wanted = thirdParties
    .filter(({ name }) => positionals.length === 0 || positionals.includes(name))
    .filter(({ from }) => values.npm !== true || from === 'npm');

  const trials: Trial[] = [];
  let failed = 0;
  for (const server of wanted) {
    const trial = await tryOne(server);
    const complaints = isTried(trial) ? complaintsAbout(trial) : [];
    trials.push(trial);
    say(lineOf(trial));
    for (const complaint of complaints) say(`    WRONG: ${complaint}`);
    if (complaints.length > 0) failed += 1;
  }
  const tried = trials.filter(isTried);
  const outOfOrder = disorder(tried);
  for (const line of outOfOrder) say(`WRONG ORDER: ${line}`);
  for (const trial of trials) {
    if (!isTried(trial)) say(banner(`NOT TRIED: ${trial.server.title}`, trial.missing));
    const unseen = isTried(trial) ? notLookedAt(trial) : [];
    if (unseen.length > 0) say(banner(`NOT LOOKED AT YET: ${trial.server.title}`, unseen.join(' ')));
  }
  if (values.write === true) {
    await writeFile(PAGE, await laidOut(renderPage(trials, new Date().toISOString().slice(0, 10))));
    const ids = catalogue.map(({ id }) => id).toSorted();
    await writeFile(LOOKED_AT, `${JSON.stringify(ids, null, 2)}\n`);
  }
  say(`\n${tried.length - failed} passed, ${failed} failed, ${trials.length - tried.length} skipped`);
  return failed === 0 && outOfOrder.length === 0 ? 0 : 1;
}

/** As the format of the project wants it. */
const laidOut = (page: string): Promise<string> => format(page, { parser: 'markdown', printWidth: 110 });

async function tryOne(server: ThirdParty): Promise<Trial> {
  const found = await server.install(say);
  if (!found.installed) return { server, missing: found.reason };
  return await whileRunning(server, found.folder, async (running) => ({
    server,
    judged: await judge(server, running),
  }));
}

function lineOf(trial: Trial): string {
  const { title, version } = trial.server;
  if (!isTried(trial)) return `${title} ${version}: NOT TRIED`;
  const { exitCode, seconds, report } = trial.judged;
  const causes = report?.diagnosis.map(({ cause }) => `\n    ${cause}`).join('') ?? '';
  const sent = report === undefined ? '' : `${report.requests.total} requests, `;
  return `${title} ${version}: ${report?.summary ?? 'no report'} (${sent}${seconds.toFixed(1)} s, exit ${exitCode ?? 'none'})${causes}`;
}

/** What cannot be missed between the lines of other steps. */
const banner = (what: string, more: string): string =>
  ['', '!'.repeat(78), `!!  ${what}`, `!!  ${more}`, '!'.repeat(78)].join('\n');

endChildrenWithBench();
process.exitCode = await main(process.argv.slice(2));
