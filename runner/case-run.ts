import type { Draw } from '../contracts/case.ts';
import { succeeded } from '../contracts/http-status.ts';
import { isDeterministic, type Phase } from '../contracts/phase.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { showsNothing, unjudged, type Evidence, type Judgement } from '../checks/judgement.ts';
import { judge } from '../checks/judge.ts';
import type { Memory } from '../checks/memory.ts';
import type { Exchange } from '../driver/exchange.ts';
import { choicesBeyondBase, isValidCreate } from '../properties/applies.ts';
import { bearingOn, isSentFor } from '../properties/bearing.ts';
import type { Case } from '../properties/case.ts';
import { baseCase } from '../properties/valid/valid-case.ts';
import type { Origin } from '../verdicts/account.ts';
import type { Tally } from '../verdicts/tally.ts';
import { commandsOf } from '../properties/lifecycle/lifecycle-commands.ts';
import { bookJudgement, type BookedFinding } from './book-judgement.ts';
import { driveCase } from './drive-case.ts';
import { originOf } from './origin-of.ts';
import { explainSkipped } from './reasons.ts';
import { sendScript } from './send-script.ts';
import { withoutDoubt, type Sent } from './doubt.ts';
import type { SetAside } from './offers/set-aside.ts';
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
  readonly findings: readonly BookedFinding[];
  /** Whether the target accepted a valid create; `undefined` when the case is none, or got no answer. */
  readonly accepted: boolean | undefined;
}

/** What judging needs to know. */
export interface Bench {
  readonly session: Pick<Session, 'secrets' | 'refusedNames'>;
  /** The requirements in scope. */
  readonly requirements: readonly Requirement[];
  readonly tally: Tally;
  /** What the exchanges that were judged before have shown. */
  readonly memory: Memory;
  /** How a requirement is judged on an exchange; by {@link judge} alone where it is left out. */
  readonly judging?: (requirement: Requirement, evidence: Evidence) => Judgement;
  /** Keeps what is judged of operations that the target may not have at all; all counts at once where it is left out. */
  readonly aside?: SetAside;
}

/** Judges a requirement as it says. */
export const judgeByExpectation = ({ judgedBy }: Requirement, evidence: Evidence): Judgement =>
  judge(judgedBy, evidence);

/** Sends a case, and gives all its exchanges but those that clean up. */
export const sendCase = (session: Session, next: Case): Promise<Sent> =>
  next.script === undefined
    ? withoutDoubt(() => driveCase(session, next))
    : sendScript(session, next.id, commandsOf(next.script));

/** Has each exchange of a case judged by every requirement that it bears on, and by what a model said of it. */
export function judgeCase(
  bench: Bench,
  sending: Sending,
  { exchanges, predictions, missing = 'a step that it builds on did not come about' }: Sent,
): CaseRun {
  const { requirements, tally } = bench;
  const { id, requests } = sending.case;
  const findings = exchanges.flatMap((exchange, index) => {
    const hearing = hearingOf(bench, sending, exchange, exchanges.slice(0, index));
    const applying = bearingOn(requirements, exchange.about, exchange.answer?.status).flatMap((requirement) =>
      judgeOne(bench, hearing, requirement, isSentFor(requirement, exchange)),
    );
    const predicted = (predictions?.get(exchange.id) ?? []).flatMap((prediction) => {
      const requirement = requirements.find((each) => each.id === prediction.requirement);
      if (requirement === undefined) return [];
      const recalled = exchanges.filter((_, number) => prediction.earlier?.includes(number));
      const expected = { ...requirement, judgedBy: prediction.expects };
      return judgeOne(bench, hearingOf(bench, sending, exchange, recalled), expected);
    });
    bench.memory.learn(exchange);
    return [...applying, ...predicted];
  });
  const accepted = exchanges.map(acceptanceOf).findLast((each) => each !== undefined);
  if (isDeterministic(sending.phase)) {
    if (accepted !== undefined) tally.noteAcceptance(id, accepted);
    const missed = requests.filter(({ about }) => !exchanges.some((exchange) => exchange.about === about));
    explainSkipped(missed, missing, requirements, tally);
  }
  return { ...sending, exchanges, findings, accepted };
}

/** What is the same for all requirements on one exchange; there are more than a hundred on every action created. */
interface Hearing {
  readonly evidence: Evidence;
  readonly origin: Origin;
  readonly sent: Case;
  readonly baseRefused: boolean;
}

function hearingOf(
  { session: { secrets, refusedNames }, tally, memory }: Bench,
  { case: sent, phase }: Sending,
  exchange: Exchange,
  earlier: readonly Exchange[],
): Hearing {
  return {
    evidence: { exchange, earlier, memory, secrets, refusedNames },
    origin: originOf(exchange, phase),
    sent,
    baseRefused: sent.id !== baseCase().id && tally.wasAccepted(baseCase().id) === false,
  };
}

function judgeOne(
  { tally, aside, judging = judgeByExpectation }: Bench,
  { evidence, origin, sent, baseRefused }: Hearing,
  requirement: Requirement,
  isMissed = true,
): readonly BookedFinding[] {
  return bookJudgement(tally, requirement, () => {
    const judgement =
      attributable(requirement, evidence.exchange, baseRefused) ?? judging(requirement, evidence);
    if (!isMissed && showsNothing(judgement)) return undefined;
    // Only a refusal of the body needs the twin: that credentials are refused is told by the status itself.
    const judged: [Origin, Judgement] =
      requirement.judgedBy.kind === 'rejected' && sent.twin !== undefined
        ? besideTwin(sent.twin, origin, judgement)
        : [origin, judgement];
    return aside?.takes({ requirement, exchange: evidence.exchange, case: sent, judged }) === true
      ? undefined
      : judged;
  });
}

/** The twin of a body that was drawn at random is not sent: the refusals that count are those of the plan. */
function besideTwin(twin: string, origin: Origin, judgement: Judgement): [Origin, Judgement] {
  if (isDeterministic(origin.phase)) return [{ ...origin, twin }, judgement];
  const counts = judgement.outcome !== 'held';
  return [origin, counts ? judgement : unjudged('the valid body beside it was not sent')];
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
  if (baseRefused) return unjudged('the target refuses even the smallest valid body');
  const several = choicesBeyondBase(about) > 1;
  if (exercisedBy.kind === 'combination' ? about.smallest === true : !several) return undefined;
  return unjudged('refused in combination with other choices');
}

function acceptanceOf({ about, answer, trouble }: Exchange): boolean | undefined {
  if (!isValidCreate(about) || answer === undefined || trouble !== undefined) return undefined;
  return succeeded(answer.status);
}
