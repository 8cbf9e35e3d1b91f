import { succeeded } from '../contracts/http-status.ts';
import type { Requirement } from '../contracts/requirement.ts';
import type { Judgement } from '../checks/judgement.ts';
import { judge } from '../checks/judge.ts';
import type { Exchange } from '../driver/exchange.ts';
import { appliesTo, choicesBeyondBase, isValidCreate } from '../properties/applies.ts';
import type { Case } from '../properties/case.ts';
import { baseCase } from '../properties/valid/valid-case.ts';
import type { ReportedFinding } from '../verdicts/report.ts';
import type { Tally } from '../verdicts/tally.ts';
import { driveCase } from './drive-case.ts';
import { explainSkipped } from './reasons.ts';
import type { Session } from './session.ts';

/** What came of sending one case. */
export interface CaseRun {
  readonly case: Case;
  readonly exchanges: readonly Exchange[];
  /** Findings by the requirement that they break. */
  readonly findings: readonly { readonly requirement: Requirement; readonly finding: ReportedFinding }[];
  /** Whether the target accepted a valid create; `undefined` when the case is none, or got no answer. */
  readonly accepted: boolean | undefined;
}

/** Sends a case and has each of its exchanges judged by every requirement that it bears on. */
export async function runCase(
  session: Session,
  next: Case,
  requirements: readonly Requirement[],
  tally: Tally,
): Promise<CaseRun> {
  const exchanges: Exchange[] = [];
  const findings: { requirement: Requirement; finding: ReportedFinding }[] = [];
  let accepted: boolean | undefined;
  for await (const exchange of driveCase(session, next)) {
    accepted = acceptanceOf(exchange) ?? accepted;
    for (const requirement of requirements) {
      if (!appliesTo(requirement.exercisedBy, exchange.about, exchange.answer?.status)) continue;
      for (const finding of judgeOne(session, requirement, exchange, exchanges, next, tally)) {
        findings.push({ requirement, finding });
      }
    }
    exchanges.push(exchange);
  }
  if (accepted !== undefined) tally.noteAcceptance(next.id, accepted);
  const missed = next.requests.filter(({ about }) => !exchanges.some((exchange) => exchange.about === about));
  explainSkipped(missed, 'a step that it builds on did not come about', requirements, tally);
  return { case: next, exchanges, findings, accepted };
}

function judgeOne(
  { secrets, refusedNames }: Session,
  requirement: Requirement,
  exchange: Exchange,
  earlier: readonly Exchange[],
  { id, twin }: Case,
  tally: Tally,
): readonly ReportedFinding[] {
  try {
    const baseRefused = id !== baseCase().id && tally.wasAccepted(baseCase().id) === false;
    const judgement =
      attributable(requirement, exchange, baseRefused) ??
      judge(requirement.judgedBy, { exchange, earlier, secrets, refusedNames });
    const { fault } = exchange.about;
    return tally.record(requirement.id, {
      case: id,
      exchange: exchange.id,
      size: exchange.request.body?.length ?? 0,
      ...(fault === undefined ? {} : { fault }),
      // Only a refusal of the body needs the twin: that credentials are refused is told by the status itself.
      ...(requirement.judgedBy.kind === 'rejected' && twin !== undefined ? { twin } : {}),
      judgement,
    });
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
