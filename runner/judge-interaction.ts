import type { About } from '../contracts/case.ts';
import { refused, succeeded } from '../contracts/http-status.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { judge } from '../checks/judge.ts';
import { unjudged, type Evidence, type Judgement } from '../checks/judgement.ts';
import type { Exchange } from '../driver/exchange.ts';
import { titleOf } from '../pacts/pact.ts';
import type { Part } from '../pacts/verifier.ts';
import { appliesTo } from '../properties/applies.ts';
import { baseCase } from '../properties/valid/valid-case.ts';
import type { CaseRun } from './case-run.ts';
import { originOf } from './origin-of.ts';
import { caseIdOf } from './pact-provider.ts';
import type { Stage } from './stage.ts';

/** Judges the exchange of an interaction by the requirements that the consumer calls it evidence for. */
export function judgeInteraction({ session, tally }: Stage, part: Part, exchange: Exchange): CaseRun {
  const { secrets, refusedNames } = session;
  const { interaction, pact } = part;
  const valid = baseCase().id;
  if (isAcceptedCreate(part, exchange) && tally.wasAccepted(valid) === undefined) {
    tally.noteAcceptance(valid, true);
  }
  const findings = interaction.requirements.flatMap((each) => {
    const requirement = tally.accounts.get(each)?.requirement;
    if (requirement === undefined) return [];
    const judgement = judgementOf(requirement, { exchange, earlier: [], secrets, refusedNames });
    const origin = originOf(exchange, 'pacts');
    // A target that refuses everything refuses what is invalid, too.
    const needsTwin = requirement.judgedBy.kind === 'rejected' || isOfInvalidBodies(requirement);
    const where = needsTwin ? { ...origin, twin: valid } : origin;
    return tally.record(each, where, judgement).map((finding) => ({ ...finding, requirement }));
  });
  return {
    case: { id: caseIdOf(part), title: `${pact.consumer}: ${titleOf(interaction)}`, requests: [] },
    phase: 'pacts',
    exchanges: [exchange],
    findings,
    accepted: undefined,
  };
}

const isAcceptedCreate = ({ interaction: { response } }: Part, { about, answer }: Exchange): boolean =>
  about.operation === 'create' && succeeded(response.status) && succeeded(answer?.status ?? 0);

const isOfInvalidBodies = ({ exercisedBy }: Requirement): boolean =>
  exercisedBy.kind === 'passive' && exercisedBy.on === 'invalid-body';

/** What a requirement says of successes, a refusal neither keeps nor breaks; and the other way round. */
function judgementOf(requirement: Requirement, evidence: Evidence): Judgement {
  const { judgedBy } = requirement;
  const { about, answer } = evidence.exchange;
  if (answer === undefined) return judge(judgedBy, evidence);
  const { status } = answer;
  return bearsOn(requirement, about, status)
    ? judge(judgedBy, evidence)
    : unjudged(`the request was answered with ${status}`);
}

function bearsOn(requirement: Requirement, about: About, status: number): boolean {
  const { exercisedBy, judgedBy } = requirement;
  // The consumer says that the body is invalid, and nobody that one fault is the reason.
  if (isOfInvalidBodies(requirement)) return refused(status);
  if (exercisedBy.kind === 'passive') return appliesTo(exercisedBy, about, status);
  return exercisedBy.kind !== 'valid' || judgedBy.kind === 'accepted' || succeeded(status);
}
