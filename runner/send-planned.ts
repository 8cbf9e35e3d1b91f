import type { Phase } from '../contracts/phase.ts';
import type { Requirement } from '../contracts/requirement.ts';
import type { Case } from '../properties/case.ts';
import { baseCase } from '../properties/valid/valid-case.ts';
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
  for (const next of cases) {
    stopped ??= stage.reasonToStop(next);
    const reason = stopped ?? (await stage.reasonToSkip(next));
    if (reason !== undefined) {
      explainSkipped(next.requests, reason, wanted, tally);
      continue;
    }
    record.notePlanned(next, phase);
    const done = yield* stage.send({ case: next, phase });
    if (done.accepted === false) yield* blame(stage, phase, next);
  }
  if (stopped !== undefined) yield { kind: 'stopped', reason: stopped };
}

/** Looks for the cause of a refusal, as long as the budget lasts; what was sent before is not sent again. */
async function* blame(stage: Stage, phase: Phase, refused: Case): AsyncGenerator<RunEvent> {
  const choices = refused.requests[0]?.about.choices ?? [];
  const isBase = refused.id === baseCase().id;
  if (!isBase && choices.length < 2) return;
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
