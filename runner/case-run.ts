import type { Draw } from '../contracts/case.ts';
import { succeeded } from '../contracts/http-status.ts';
import { isDeterministic, type Phase } from '../contracts/phase.ts';
import type { Requirement } from '../contracts/requirement.ts';
import type { Evidence, Judgement } from '../checks/judgement.ts';
import { judge } from '../checks/judge.ts';
import type { Exchange } from '../driver/exchange.ts';
import { choicesBeyondBase, isValidCreate } from '../properties/applies.ts';
import { bearingOn } from '../properties/bearing.ts';
import type { Case } from '../properties/case.ts';
import { baseCase } from '../properties/valid/valid-case.ts';
import type { Booked } from '../verdicts/account.ts';
import type { Tally } from '../verdicts/tally.ts';
import { commandsOf } from '../properties/lifecycle/lifecycle-commands.ts';
import { driveCase } from './drive-case.ts';
import { explainSkipped } from './reasons.ts';
import { sendScript, type Sent } from './send-script.ts';
import type { Session } from './session.ts';

/** A case on its way through a run. */
export interface Sending {
  readonly case: Case;
  readonly phase: Phase;
  /** Where it was drawn at random. */
  readonly draw?: Draw;
}

/** What came of sending one case. */
export interface CaseRun extends Sending {
  readonly exchanges: readonly Exchange[];
  /** Findings by the requirement that they break. */
  readonly findings: readonly (Booked & { readonly requirement: Requirement })[];
  /** Whether the target accepted a valid create; `undefined` when the case is none, or got no answer. */
  readonly accepted: boolean | undefined;
}

/** What judging needs to know. */
export interface Bench {
  readonly session: Pick<Session, 'secrets' | 'refusedNames'>;
  /** The requirements in scope. */
  readonly requirements: readonly Requirement[];
  readonly tally: Tally;
  /** How an expectation is judged; {@link judge} where it is left out. */
  readonly judging?: typeof judge;
}

/** Sends a case, and gives all its exchanges but those that clean up. */
export async function sendCase(session: Session, next: Case): Promise<Sent> {
  if (next.script !== undefined) return await sendScript(session, next.id, commandsOf(next.script));
  const exchanges: Exchange[] = [];
  for await (const exchange of driveCase(session, next)) exchanges.push(exchange);
  return { exchanges };
}

/** Has each exchange of a case judged by every requirement that it bears on, and by what a model said of it. */
export function judgeCase(bench: Bench, sending: Sending, { exchanges, predictions }: Sent): CaseRun {
  const { requirements, tally } = bench;
  const { id, requests } = sending.case;
  const findings = exchanges.flatMap((exchange, index) => {
    const earlier = exchanges.slice(0, index);
    const applying = bearingOn(requirements, exchange.about, exchange.answer?.status).flatMap((requirement) =>
      judgeOne(bench, sending, requirement, { exchange, earlier }),
    );
    const predicted = (predictions?.get(exchange.id) ?? []).flatMap((prediction) => {
      const requirement = requirements.find((each) => each.id === prediction.requirement);
      if (requirement === undefined) return [];
      const recalled = exchanges.filter((_, number) => prediction.earlier?.includes(number));
      const expected = { ...requirement, judgedBy: prediction.expects };
      return judgeOne(bench, sending, expected, { exchange, earlier: recalled });
    });
    return [...applying, ...predicted];
  });
  const accepted = exchanges.map(acceptanceOf).findLast((each) => each !== undefined);
  if (isDeterministic(sending.phase)) {
    if (accepted !== undefined) tally.noteAcceptance(id, accepted);
    const missed = requests.filter(({ about }) => !exchanges.some((exchange) => exchange.about === about));
    explainSkipped(missed, 'a step that it builds on did not come about', requirements, tally);
  }
  return { ...sending, exchanges, findings, accepted };
}

function judgeOne(
  { session: { secrets, refusedNames }, tally, judging = judge }: Bench,
  { case: { id, twin }, phase }: Sending,
  requirement: Requirement,
  { exchange, earlier }: Pick<Evidence, 'exchange' | 'earlier'>,
): CaseRun['findings'] {
  try {
    const baseRefused = id !== baseCase().id && tally.wasAccepted(baseCase().id) === false;
    const judgement =
      attributable(requirement, exchange, baseRefused) ??
      judging(requirement.judgedBy, { exchange, earlier, secrets, refusedNames });
    const { fault } = exchange.about;
    // Only a refusal of the body needs the twin: that credentials are refused is told by the status itself.
    const needsTwin = requirement.judgedBy.kind === 'rejected' && twin !== undefined;
    const booked = tally.record(requirement.id, {
      case: id,
      exchange: exchange.id,
      phase,
      size: exchange.request.body?.length ?? 0,
      ...(fault === undefined ? {} : { fault }),
      ...(needsTwin && isDeterministic(phase) ? { twin } : {}),
      // The twin of a body that was drawn at random is not sent: the refusals that count are those of the plan.
      judgement:
        needsTwin && !isDeterministic(phase) && judgement.outcome === 'held'
          ? { outcome: 'unjudged', reason: 'the valid body beside it was not sent' }
          : judgement,
    });
    return booked.map((each) => ({ ...each, requirement }));
  } catch (error) {
    // A judge never throws: if one does, the suite is at fault, and the report says so instead of breaking off.
    tally.fail(requirement.id, error instanceof Error ? error.message : String(error));
    return [];
  }
}

/**
 * A refused body that makes several choices blames none of them: each is sent alone instead (see `isolate.ts`), and
 * their combination is blamed only where it is known to be the smallest that is refused.
 */
function attributable(
  { exercisedBy, judgedBy }: Requirement,
  { about, answer }: Exchange,
  baseRefused: boolean,
): Judgement | undefined {
  if (judgedBy.kind !== 'accepted' || answer === undefined || succeeded(answer.status)) return undefined;
  if (about.operation !== 'create') return undefined;
  if (baseRefused) return { outcome: 'unjudged', reason: 'the target refuses even the smallest valid body' };
  const several = choicesBeyondBase(about) > 1;
  if (exercisedBy.kind === 'combination' ? about.smallest === true : !several) return undefined;
  return { outcome: 'unjudged', reason: 'refused in combination with other choices' };
}

function acceptanceOf({ about, answer, trouble }: Exchange): boolean | undefined {
  if (!isValidCreate(about) || answer === undefined || trouble !== undefined) return undefined;
  return succeeded(answer.status);
}
