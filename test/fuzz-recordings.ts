import { Audit } from '../runner/audit/audit.ts';
import { catalogue } from '../contracts/catalogue.ts';
import { sourceOf } from '../recordings/example-source.ts';
import { mutated } from './mutate-bytes.ts';

/** What became of recordings that were damaged at random. */
export interface Survival {
  readonly files: number;
  /** Files of which at least one exchange was still judged. */
  readonly judged: number;
  /** Files that were named as unreadable. */
  readonly unreadable: number;
  /** What was thrown, with the number that makes it happen again. */
  readonly crashes: readonly string[];
}

/** Audits a recording that is damaged anew `count` times; the same seed damages it the same way. */
export function damageAndAudit(bytes: Uint8Array, count: number, seed: number): Survival {
  const crashes: string[] = [];
  let judged = 0;
  let unreadable = 0;
  for (let turn = 0; turn < count; turn += 1) {
    const audit = new Audit({ requirements: catalogue });
    try {
      audit.add(
        'damaged',
        sourceOf(mutated(bytes, seed + turn), () => bytes, 64 + (turn % 4096)),
      );
      const report = audit.report({ suite: SUITE, only: [], reproduce: 'again', startedAt: 0 }, 1);
      if (report.counts.all.errored > 0) crashes.push(`turn ${turn}: a judge threw`);
      if (audit.totals.judged > 0) judged += 1;
      unreadable += audit.totals.files.unreadable;
    } catch (error) {
      crashes.push(
        `turn ${turn}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  return { files: count, judged, unreadable, crashes };
}

const SUITE = { name: 'actions-conformance', version: '0.0.0' };
