import process from 'node:process';

import { exampleNight, rememberNights } from './example-history.ts';

// Remembers nights until it has done as many as it was asked to, or is killed.
const [, , path = '', target = '', count = ''] = process.argv;
for (let night = 0; night < Number(count); night += 1) {
  rememberNights(path, [exampleNight(new Date(Date.UTC(2026, 0, 1 + night)).toISOString(), target)]);
  process.stdout.write(`${night}\n`);
}
