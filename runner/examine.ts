import type { Requirement } from '../contracts/requirement.ts';
import type { Drawn } from '../properties/drawn.ts';
import type { ReportedFinding } from '../verdicts/report.ts';
import type { CaseRun } from './case-run.ts';
import type { RunEvent } from './events.ts';
import { reportedExchange } from './reported-exchange.ts';
import { redactedFinding } from './reported-finding.ts';
import { shrink } from './shrink.ts';
import type { Stage } from './stage.ts';

/** How what was drawn is sent and judged. */
export interface Attempt<T> {
  /** The same for values that send the same. */
  key(value: T): string;
  /** Gives what came of it; `undefined` where nothing more can be spent. */
  send(drawn: Drawn<T>): Promise<CaseRun | undefined>;
}

/** What was drawn, with what came of sending it. */
export interface Judged<T> {
  readonly drawn: Drawn<T>;
  readonly run: CaseRun;
}

/** Requests that looking for the smallest example of one deviation may cost. */
const MOST_REQUESTS = 200;

/** Tells what a drawn case was the first to show, and how far the run is. */
export function* tell(stage: Stage, run: CaseRun): Iterable<RunEvent> {
  for (const { requirement, finding, news } of run.findings) {
    if (news === 'first') yield { kind: 'finding', requirement, finding, case: run.case };
  }
  yield stage.progress(run);
}

/** Tells, and notes for the report, why a phase that draws at random ended before it had spent what it might. */
export function* tellEnd(
  { record }: Stage,
  phase: 'exploration' | 'lifecycle',
  why: string | undefined,
  { spent, requests }: { readonly spent: number; readonly requests: number },
): Iterable<RunEvent> {
  if (why === undefined) return;
  const reason = `after ${spent} of ${requests} requests: ${why}`;
  record.noteEnded(phase, reason);
  yield { kind: 'stopped', reason: `${phase} ended ${reason}` };
}

/**
 * Looks again for each deviation that no small case showed yet and, if it repeats, shrinks the drawn case that showed it:
 * only what fails for the same cause counts as smaller.
 */
export async function* examine<T>(
  stage: Stage,
  { drawn, run }: Judged<T>,
  attempt: Attempt<T>,
): AsyncGenerator<RunEvent> {
  const { record, session } = stage;
  for (const { requirement, finding } of run.findings) {
    const { cause } = finding;
    if (!deservesExample(requirement, finding) || record.isSettled(cause)) continue;
    let smallest: CaseRun | undefined;
    const tried = new Map<string, boolean>();
    const end = session.sender.total + MOST_REQUESTS;
    const fails = async (candidate: Drawn<T>): Promise<boolean | undefined> => {
      if (session.sender.total >= end) return undefined;
      const key = attempt.key(candidate.value);
      const known = tried.get(key);
      if (known !== undefined) return known;
      const again = await attempt.send(candidate);
      if (again === undefined) return undefined;
      const failed = causesOf(again).includes(cause);
      if (failed) smallest = again;
      tried.set(key, failed);
      return failed;
    };
    if ((await fails(drawn)) === true) await shrink(drawn, fails);
    record.settle(cause, ...(smallest === undefined ? [] : causesOf(smallest)));
    if (smallest !== undefined) yield* counterexample(stage, smallest, cause);
  }
}

/** A MAY demands nothing, and what is known needs no example. */
export const deservesExample = ({ level }: Requirement, { waiver }: ReportedFinding): boolean =>
  level !== 'MAY' && waiver === undefined;

const causesOf = ({ findings }: CaseRun): readonly string[] => findings.map(({ finding }) => finding.cause);

function* counterexample(stage: Stage, run: CaseRun, cause: string): Iterable<RunEvent> {
  const shown = run.findings.find(({ finding }) => finding.cause === cause);
  const exchange = run.exchanges.find(({ id }) => id === shown?.finding.exchange);
  if (shown === undefined || exchange === undefined || run.draw === undefined) return;
  const { redactor } = stage.session;
  const finding = redactedFinding(shown.finding, redactor);
  const { curl } = reportedExchange(exchange, redactor);
  yield {
    kind: 'counterexample',
    requirement: shown.requirement,
    finding,
    case: run.case,
    draw: run.draw,
    curl,
  };
}
