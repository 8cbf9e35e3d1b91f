import type { Phase } from '../contracts/phase.ts';
import type { Requirement } from '../contracts/requirement.ts';
import type { Case } from '../properties/case.ts';
import { baseCase, richCase } from '../properties/valid/valid-case.ts';
import type { CaseRun } from './case-run.ts';
import type { RunEvent } from './events.ts';
import { isolate, isolateBase, type Search } from './isolate.ts';
import { explainSkipped } from './reasons.ts';
import type { Stage } from './stage.ts';

interface Planned {
  readonly cases: readonly Case[];
  readonly phase: Phase;
  /** The requirements that the cases were planned for. */
  readonly wanted: readonly Requirement[];
}

/** Sends cases in order and finds the cause of each refusal. */
export async function* sendPlanned(
  stage: Stage,
  { cases, phase, wanted }: Planned,
): AsyncGenerator<RunEvent> {
  const { tally, record } = stage;
  let stopped: string | undefined;
  for (const planned of cases) {
    const next = fitting(planned, stage);
    // The search for a cause may have sent it.
    if (tally.wasAccepted(next.id) !== undefined) continue;
    stopped ??= stage.reasonToStop(next);
    const reason = stopped ?? (await stage.reasonToSkip(next));
    if (reason !== undefined) {
      explainSkipped(next.requests, reason, wanted, tally);
      continue;
    }
    record.notePlanned(next, phase);
    const done = yield* stage.send({ case: next, phase });
    if (isTooMuch(done)) yield* blame(stage, phase, next);
  }
  if (stopped !== undefined) yield { kind: 'stopped', reason: stopped };
}

/** A case, or where its twin was refused or got no answer the same fault in a smaller body. */
function fitting(next: Case, { tally, record }: Stage): Case {
  const isRich = next.twin === richCase().id && record.wasSent(richCase());
  return isRich && next.otherwise !== undefined && tally.wasAccepted(next.twin) !== true
    ? next.otherwise
    : next;
}

/** Whether a smaller body has to be looked for, since the target refused this one or gave the rich one no answer. */
const isTooMuch = ({ accepted, case: { id }, exchanges: [first] }: CaseRun): boolean =>
  accepted === false ||
  (accepted === undefined &&
    id === richCase().id &&
    first?.trouble !== undefined &&
    first.trouble.kind !== 'not-sent');

/** Looks for the cause of a refusal, as long as the budget lasts; what was sent before is not sent again. */
async function* blame(stage: Stage, phase: Phase, refused: Case): AsyncGenerator<RunEvent> {
  const choices = refused.requests[0]?.about.choices ?? [];
  const isBase = refused.id === baseCase().id;
  if (!isBase && choices.length < 2) return;
  if (!isBase && stage.tally.wasAccepted(baseCase().id) === undefined) {
    // Where even the smallest body is refused, no part of a larger one is to blame.
    if (stage.reasonToStop(baseCase()) !== undefined) return;
    if ((yield* stage.send({ case: baseCase(), phase })).accepted === false) {
      yield* blame(stage, phase, baseCase());
      return;
    }
  }
  const search: Search = isBase ? isolateBase() : isolate(choices);
  for (let step = search.next(); step.done !== true;) {
    const next = step.value;
    const known = isBase || isSmallest(next) ? undefined : stage.tally.wasAccepted(next.id);
    const affordable = stage.reasonToStop(next) === undefined;
    step = search.next(
      known ?? (affordable ? (yield* stage.send({ case: next, phase })).accepted : undefined),
    );
  }
}

const isSmallest = ({ requests }: Case): boolean => requests.some(({ about }) => about.smallest === true);
