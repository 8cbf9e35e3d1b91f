import process from 'node:process';
import { parseArgs } from 'node:util';

import { messageOf } from '../driver/errors.ts';
import { endChildren, endChildrenWithBench } from './children.ts';
import { measure } from './figures.ts';
import { renderTable } from './table.ts';

endChildrenWithBench();
try {
  const flag = { type: 'boolean', default: false } as const;
  const { json, long } = parseArgs({ options: { json: flag, long: flag } }).values;
  const figures = await measure((line) => process.stderr.write(`bench: ${line} ...\n`), long);
  process.stdout.write(json ? `${JSON.stringify(figures, undefined, 2)}\n` : renderTable(figures));
} catch (error) {
  const message = messageOf(error);
  process.stderr.write(`bench: ${message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
  process.exitCode = 1;
} finally {
  // One that was just being started would keep the bench waiting.
  endChildren();
}
