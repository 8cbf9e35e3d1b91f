import type { Report } from '../verdicts/report.ts';
import { run, type RunOptions } from './run.ts';

/** Runs to the end, and leaves what happens on the way to nobody. */
export async function runToEnd(options: RunOptions): Promise<Report> {
  const steps = run(options);
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}
