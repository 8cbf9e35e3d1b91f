import process from 'node:process';

import type { Redactor } from '../driver/redaction.ts';
import { Builds } from '../runner/builds.ts';
import type { RunEvent } from '../runner/events.ts';
import { run, type RunOptions } from '../runner/run.ts';
import type { Report } from '../verdicts/report.ts';
import { boundMemory } from './bound-memory.ts';
import { interruptible } from './interruptible.ts';
import { canRedraw, liveProgress, plainProgress, type Progress } from './progress.ts';

/**
 * Drives a run to its end and shows how far it is. A signal stops it after the case under way; a second one stops at once.
 *
 * @param listen is told everything that the run tells.
 */
export async function drive(
  options: RunOptions & { readonly redactor: Redactor },
  listen: (event: RunEvent) => void = () => undefined,
): Promise<Report> {
  boundMemory();
  const { redactor, builds = new Builds(options.time) } = options;
  const progress: Progress = canRedraw(process.stderr)
    ? liveProgress(process.stderr)
    : plainProgress((line) => process.stderr.write(`${redactor.text(line)}\n`));
  builds.tell = (waiting) => progress.show({ kind: 'waiting', ...waiting });
  try {
    return await interruptible(async (signal) => {
      const events = run({ ...options, builds, signal });
      for (;;) {
        const next = await events.next();
        if (next.done === true) return next.value;
        progress.show(next.value);
        listen(next.value);
      }
    });
  } finally {
    progress.end();
  }
}
