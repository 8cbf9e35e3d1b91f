import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AuditCost } from './audit-cost.ts';
import { CORPORA } from './audit-corpus.ts';
import { firstLine, start } from './children.ts';
import { type Spread, spreadOf } from './spread.ts';

/** How often each corpus is audited, each time by a process of its own. */
export const AUDITS = 3;

/** How fast recordings are audited, and in how much memory. */
export interface AuditSpeed {
  readonly name: string;
  readonly megabytes: number;
  /** Exchanges that were judged, in all of it. */
  readonly judged: number;
  readonly megabytesPerSecond: Spread;
  /** The same files, read and searched for the mark of an exchange about actions, and nothing else. */
  readonly bareLoop: Spread;
  readonly peakMb: Spread;
}

const CHILD = fileURLToPath(new URL('audit.child.ts', import.meta.url));

/** Audits corpora of 100 MB that are made for it, and are gone afterwards. */
export async function measureAudit(
  folder: string,
  progress: (line: string) => void,
): Promise<readonly AuditSpeed[]> {
  const speeds: AuditSpeed[] = [];
  for (const [index, { name, write }] of CORPORA.entries()) {
    progress(`audit of ${name}`);
    const corpus = join(folder, `corpus-${index}`);
    write(corpus);
    const costs: AuditCost[] = [];
    for (let turn = 0; turn < AUDITS; turn += 1) {
      const child = start({ name: 'an audit', args: [CHILD, corpus], output: 'pipe' });
      costs.push(JSON.parse(await firstLine(child)) as AuditCost);
    }
    rmSync(corpus, { recursive: true });
    speeds.push({
      name,
      megabytes: Math.max(...costs.map(({ bytes }) => bytes / 1e6)),
      judged: Math.max(...costs.map(({ judged }) => judged)),
      megabytesPerSecond: spreadOf(costs.map((cost) => cost.bytes / 1e3 / cost.milliseconds)),
      bareLoop: spreadOf(costs.map((cost) => cost.bytes / 1e3 / cost.bareMilliseconds)),
      peakMb: spreadOf(costs.map((cost) => cost.peakMb)),
    });
  }
  return speeds;
}
