import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

import { damageAndAudit } from './fuzz-recordings.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'recordings');

const { values } = parseArgs({
  options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});

for (const name of globSync('**/*.{har,json,yaml,yml,chlsj}', {
  cwd: FOLDER,
  exclude: ['playwright-*.json'],
}).toSorted()) {
  const { files, judged, unreadable, crashes } = damageAndAudit(
    readFileSync(join(FOLDER, name)),
    Number(values.count),
    Number(values.seed),
  );
  process.stdout.write(
    `${name.padEnd(20)}  ${files} damaged, ${judged} still judged in part, ${unreadable} named as unreadable, ${crashes.length} crashes\n`,
  );
  for (const crash of crashes.slice(0, 5)) process.stdout.write(`  ${crash}\n`);
  if (crashes.length > 0) process.exitCode = 1;
}
