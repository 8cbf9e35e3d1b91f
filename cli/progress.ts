import ora from 'ora';

import type { RunEvent } from '../runner/events.ts';
import { amount } from '../reports/amount.ts';
import { visibleLine } from '../reports/visible.ts';
import { DistinctFindings } from './distinct-findings.ts';
import { sweepLines } from './sweep-lines.ts';

/** Shows what a run is doing while it is doing it. */
export interface Progress {
  show(event: RunEvent): void;
  end(): void;
}

/** Narrower terminals, and those that do not know how wide they are, cannot keep one line on one line. */
const NARROWEST = 40;

/** Whether a stream is a terminal on which one line can be drawn again and again. */
export const canRedraw = ({ isTTY, columns }: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>): boolean =>
  isTTY && columns >= NARROWEST;

/** One line that keeps changing, for a person at a terminal. */
export function liveProgress(stream: NodeJS.WriteStream): Progress {
  const spinner = ora({ stream, text: 'starting', discardStdin: false }).start();
  let total = 0;
  const findings = new DistinctFindings();
  return {
    show(event) {
      if (event.kind === 'planned') total = event.cases;
      if (event.kind === 'finding') findings.isNew(event);
      if (event.kind === 'case') {
        const found = findings.size > 0 ? `, ${amount(findings.size, 'finding')}` : '';
        const line = `case ${countOf(event.done, total)}, ${event.spent} requests${found}: ${visibleLine(event.title)}`;
        // A line that wraps would be drawn below itself.
        spinner.text = line.slice(0, stream.columns - 4);
      }
      if (event.kind === 'waiting') spinner.text = waitingLine(event).slice(0, stream.columns - 4);
      if (event.kind === 'swept') spinner.info(sweepLines(event).join('\n')).start();
      if (event.kind === 'stopped') spinner.warn(`stopped early: ${visibleLine(event.reason)}`);
    },
    end: () => void spinner.stop(),
  };
}

/** How far a run is; what is drawn at random comes on top of the plan, and has no number beforehand. */
const countOf = (done: number, planned: number): string =>
  done > planned ? String(done) : `${done} of ${planned}`;

/** What is waited for, and how long still. */
function waitingLine({ status, forMs, leftMs }: Extract<RunEvent, { kind: 'waiting' }>): string {
  const [passed, left] = [forMs, leftMs].map((milliseconds) => Math.round(milliseconds / 1000));
  const stands = status === undefined ? 'the target tells no status' : visibleLine(status);
  return `waiting for the build of an action: ${stands} for ${passed} s, ${left} s more at the most`;
}

/** How long passes between two plain lines about one build, in milliseconds. */
const WAITING_EVERY_MS = 15_000;

/** How many cases pass between two plain lines. */
const EVERY = 50;

/** A line now and then, for a log: each finding once, and at the end how many there were. */
export function plainProgress(write: (line: string) => void): Progress {
  let total = 0;
  let nextWait = 0;
  const findings = new DistinctFindings();
  return {
    show(event) {
      switch (event.kind) {
        case 'planned':
          total = event.cases;
          if (total > 0) write(`${event.cases} cases planned, about ${event.requests} requests`);
          break;
        case 'case':
          nextWait = 0;
          if (event.done % EVERY === 0) write(`${countOf(event.done, total)} cases, ${event.spent} requests`);
          break;
        case 'finding':
          if (findings.isNew(event)) {
            write(
              `${event.requirement.level} ${event.requirement.id}: ${visibleLine(event.finding.message)}`,
            );
          }
          break;
        case 'swept':
          for (const line of sweepLines(event)) write(line);
          break;
        case 'counterexample':
          write(`smallest example of ${visibleLine(event.finding.cause)}: ${visibleLine(event.case.title)}`);
          break;
        case 'verified':
          write(`${event.interactions.length} interactions of pacts played`);
          break;
        case 'waiting':
          // A log is not to be filled with what goes on and on.
          if (event.forMs < nextWait) break;
          write(waitingLine(event));
          nextWait = event.forMs + WAITING_EVERY_MS;
          break;
        case 'stopped':
          write(`stopped early: ${visibleLine(event.reason)}`);
          break;
      }
    },
    end: () => {
      if (findings.size === 0) return;
      const times = findings.total === findings.size ? '' : `, seen ${findings.total} times in all`;
      write(`${amount(findings.size, 'finding')}${times}`);
    },
  };
}
