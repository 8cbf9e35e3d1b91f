import type { About } from '../contracts/case.ts';
import { refused, succeeded } from '../contracts/http-status.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { unjudged } from '../checks/judgement.ts';
import type { Exchange } from '../driver/exchange.ts';
import { appliesTo } from '../properties/applies.ts';
import { baseCase } from '../properties/valid/valid-case.ts';
import { bookJudgement } from './book-judgement.ts';
import { judgeByExpectation, type Bench, type CaseRun } from './case-run.ts';
import { originOf } from './origin-of.ts';

/** An interaction that was played. */
export interface Played {
  /** Id of its case. */
  readonly id: string;
  readonly title: string;
  /** Ids of the requirements that the consumer calls it evidence for. */
  readonly requirements: readonly string[];
  /** Whether the consumer relies on its success. */
  readonly succeeds: boolean;
}

/** Judges the exchange of an interaction by the requirements that the consumer calls it evidence for. */
export function judgeInteraction(
  { session, tally, memory, judging = judgeByExpectation }: Omit<Bench, 'requirements'>,
  { id, title, requirements, succeeds }: Played,
  exchange: Exchange,
): CaseRun {
  const { secrets, refusedNames } = session;
  const { about, answer } = exchange;
  const valid = baseCase().id;
  const origin = originOf(exchange, 'pacts');
  const isAccepted = about.operation === 'create' && succeeds && succeeded(answer?.status ?? 0);
  if (isAccepted && tally.wasAccepted(valid) === undefined) tally.noteAcceptance(valid, true);
  const findings = requirements.flatMap((each) => {
    const requirement = tally.accounts.get(each)?.requirement;
    if (requirement === undefined) return [];
    return bookJudgement(tally, requirement, () => {
      const status = answer?.status;
      if (isOfDeleted(requirement) && about.at === undefined) return [origin, NOTHING_DELETED];
      const judgement =
        status === undefined || bearsOn(requirement, about, status)
          ? judging(requirement, { exchange, earlier: [], memory, secrets, refusedNames })
          : unjudged(`the request was answered with ${status}`);
      // A target that refuses everything refuses what is invalid, too.
      const needsTwin = requirement.judgedBy.kind === 'rejected' || isOfInvalidBodies(requirement);
      return [needsTwin ? { ...origin, twin: valid } : origin, judgement];
    });
  });
  memory.learn(exchange);
  return {
    case: { id, title, requests: [] },
    phase: 'pacts',
    exchanges: [exchange],
    findings,
    accepted: undefined,
  };
}

const NOTHING_DELETED = unjudged('the consumer asks for an action that never was, and nothing was deleted');

/** Whether a requirement is about an action that was deleted before. */
const isOfDeleted = ({ exercisedBy }: Requirement): boolean =>
  exercisedBy.kind === 'sequence' &&
  (exercisedBy.step === 'read-gone' || exercisedBy.step === 'deleted-gone');

const isOfInvalidBodies = ({ exercisedBy }: Requirement): boolean =>
  exercisedBy.kind === 'passive' && exercisedBy.on === 'invalid-body';

/** What a requirement says of successes, a refusal neither keeps nor breaks; and the other way round. */
function bearsOn(requirement: Requirement, about: About, status: number): boolean {
  const { exercisedBy, judgedBy } = requirement;
  // The consumer says that the body is invalid, and nobody that one fault is the reason.
  if (isOfInvalidBodies(requirement)) return refused(status);
  if (exercisedBy.kind === 'passive') return appliesTo(exercisedBy, about, status);
  return exercisedBy.kind !== 'valid' || judgedBy.kind === 'accepted' || succeeded(status);
}
