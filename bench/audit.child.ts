import process from 'node:process';

import { recordingFiles, recordingSource } from '../cli/recording-files.ts';
import { catalogue } from '../contracts/catalogue.ts';
import { Audit } from '../runner/audit/audit.ts';

/** What one audit took; told on stdout as a line of JSON. */
export interface AuditCost {
  readonly bytes: number;
  readonly judged: number;
  readonly milliseconds: number;
  /** The most memory that the process ever held, in megabytes. */
  readonly peakMb: number;
}

const [folder = '.'] = process.argv.slice(2);
const files = recordingFiles([folder]);

/** Audits every file once. */
function auditAll(): Audit {
  const audit = new Audit({ requirements: catalogue });
  for (const file of files) audit.add(file, recordingSource(file));
  return audit;
}

// Code is compiled and files are cached by the first time.
auditAll();
const began = performance.now();
const { totals } = auditAll();
const cost: AuditCost = {
  bytes: totals.bytes,
  judged: totals.judged,
  milliseconds: performance.now() - began,
  peakMb: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(cost)}\n`);
