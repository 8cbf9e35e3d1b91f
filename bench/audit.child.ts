import process from 'node:process';

import { recordingFiles, recordingSource } from '../cli/recording-files.ts';
import { catalogue } from '../contracts/catalogue.ts';
import { Audit } from '../runner/audit/audit.ts';
import type { AuditCost } from './audit-cost.ts';

const [folder = '.'] = process.argv.slice(2);
const files = recordingFiles([folder]);

/** Audits every file once. */
function auditAll(): Audit {
  const audit = new Audit({ requirements: catalogue });
  for (const file of files) audit.add(file, recordingSource(file));
  return audit;
}

/** Reads and searches every file once. */
function searchAll(): number {
  let found = 0;
  for (const file of files) {
    for (const piece of recordingSource(file).chunks()) {
      if (Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).includes('no such text')) found += 1;
    }
  }
  return found;
}

/** How much processor time something takes, in milliseconds. */
function timed<T>(task: () => T): { readonly result: T; readonly milliseconds: number } {
  const before = process.cpuUsage();
  const result = task();
  const { user, system } = process.cpuUsage(before);
  return { result, milliseconds: (user + system) / 1000 };
}

// Code is compiled and files are cached by the first time.
auditAll();
const { result, milliseconds } = timed(auditAll);
const cost: AuditCost = {
  bytes: result.totals.bytes,
  judged: result.totals.judged,
  milliseconds,
  bareMilliseconds: timed(searchAll).milliseconds,
  peakMb: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(cost)}\n`);
