import process from 'node:process';

import { exampleNight, rememberNights } from './example-history.ts';

// Remembers nights from one on, until it has done as many as it was asked to, or is killed.
const [, , path = '', target = '', count = '', first = ''] = process.argv;
for (let night = Number(first); night < Number(first) + Number(count); night += 1) {
  rememberNights(path, [exampleNight(new Date(Date.UTC(2026, 0, 1 + night)).toISOString(), target)]);
  process.stdout.write(`${night}\n`);
}
