import { catalogue } from '../contracts/catalogue.ts';
import { TargetError } from '../driver/errors.ts';
import type { Patience } from '../driver/transport.ts';
import { formats } from '../reports/render.ts';
import { UNLIMITED } from '../runner/budget.ts';
import type { LedgerEntry } from '../runner/cleanup/ledger.ts';
import type { RunOptions } from '../runner/run.ts';
import { runToEnd } from '../runner/run-to-end.ts';
import { openIn } from '../runner/cleanup/sweep.ts';
import type { Report } from '../verdicts/report.ts';
import { virtualTime } from './virtual-time.ts';

/** What a run against a hostile target came to. */
export interface Survived {
  readonly report?: Report;
  /** Code of the error with which the suite refused to judge at all. */
  readonly stopped?: string;
  /** Every report that would have been written. */
  readonly written: string;
  /** What its ledger leaves open. */
  readonly open: ReturnType<typeof openIn>;
}

/** Little patience, so that a target that keeps silent does not keep a test waiting. */
const PATIENCE: Patience = { silenceMs: 1000, answerMs: 150 };

/** Runs the suite to its end, whatever the target does. */
export async function survive(
  base: string,
  access: RunOptions['access'],
  changes: Partial<RunOptions> = {},
): Promise<Survived> {
  const time = virtualTime();
  const entries: LedgerEntry[] = [];
  const journal = { write: (entry: LedgerEntry) => void entries.push(entry) };
  try {
    const report = await runToEnd({
      base,
      access,
      runId: 'chaos001',
      time,
      limits: UNLIMITED,
      patience: PATIENCE,
      journal,
      requirements: catalogue,
      depth: 'quick',
      seed: 1,
      suite: { name: 'chaos', version: '0' },
      targetKind: 'chaos',
      only: [],
      reproduce: '',
      startedAt: time.now(),
      ...changes,
    });
    const written = Object.values(formats).map(({ render }) => render(report));
    return { report, written: written.join('\n'), open: openIn(entries) };
  } catch (error) {
    if (error instanceof TargetError)
      return { stopped: error.code, written: `${error.message} ${error.hint}`, open: openIn(entries) };
    throw error;
  }
}
