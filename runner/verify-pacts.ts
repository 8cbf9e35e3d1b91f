import { succeeded } from '../contracts/http-status.ts';
import { TargetError } from '../driver/errors.ts';
import type { Redactor } from '../driver/redaction.ts';
import { operationOf } from '../pacts/endpoint.ts';
import { titleOf, type Pact } from '../pacts/pact.ts';
import { verify, type Part, type Verification } from '../pacts/verifier.ts';
import { isValidCreate } from '../properties/applies.ts';
import type { ReportedInteraction } from '../verdicts/report.ts';
import type { Tally } from '../verdicts/tally.ts';
import type { CaseRun } from './case-run.ts';
import { checkFirstAnswer } from './check-first-answer.ts';
import type { RunEvent } from './events.ts';
import { judgeInteraction, type Played } from './judge-interaction.ts';
import { caseIdOf, PactProvider } from './pact-provider.ts';
import { PastExchanges } from './past-exchanges.ts';
import { SPENT_LIMIT } from './provider-states.ts';
import type { Session } from './session.ts';
import type { Stage } from './stage.ts';

/** Which pacts are verified, and how. */
interface Options {
  readonly pacts: readonly Pact[];
  /**
   * Whether the run is about nothing else. If not, what it has sent before is not sent again, and interactions that
   * bear on nothing in scope are left out.
   */
  readonly alone: boolean;
}

/**
 * Has Pact's Verifier play the interactions of pacts against the target, and has each exchange that this needed judged
 * by the requirements that the interaction refers to.
 *
 * @throws TargetError when the target lets nobody in.
 */
export async function* verifyPacts(stage: Stage, { pacts, alone }: Options): AsyncGenerator<RunEvent> {
  const { session, tally, record } = stage;
  const parts = partsOf(pacts, alone ? undefined : tally);
  const recorded = record.runs.flatMap(({ exchanges }) => exchanges);
  const provider = new PactProvider(stage, parts, alone ? undefined : new PastExchanges(recorded));
  const { verifications, trouble } = await verified(parts, provider, stage.stopped);
  const interactions: ReportedInteraction[] = [];
  for (const [number, part] of parts.entries()) {
    const shown = provider.shownBy(number);
    if (shown !== undefined && !shown.reused) {
      const run = judgeInteraction(stage, playedOf(part), shown.exchange);
      if (alone && record.cases === 0) checkFirst(run, session);
      await stage.keep(run);
      for (const { requirement, finding } of run.findings) yield { kind: 'finding', requirement, finding };
    }
    const outcome = outcomeOf(verifications[number], trouble ?? provider.reasonOf(number));
    interactions.push(reported(part, outcome, { redactor: session.redactor, exchange: shown?.exchange.id }));
  }
  yield { kind: 'verified', interactions };
}

function reported(
  { pact: { consumer, provider }, interaction }: Part,
  { outcome, reason, mismatches }: Outcome,
  { redactor, exchange }: { readonly redactor: Redactor; readonly exchange: string | undefined },
): ReportedInteraction {
  return {
    consumer,
    provider,
    title: titleOf(interaction),
    requirements: interaction.requirements,
    outcome,
    reason: redactor.text(reason),
    mismatches: mismatches.map(({ path, message }) => ({
      path: redactor.text(path),
      message: redactor.body(message),
    })),
    ...(exchange === undefined ? {} : { exchange }),
  };
}

/** The interactions that are about this API and, where a tally limits them, bear on what is in scope. */
function partsOf(pacts: readonly Pact[], scope: Tally | undefined): readonly Part[] {
  const parts = pacts.flatMap((pact) =>
    pact.interactions
      .filter(({ request }) => operationOf(request) !== undefined)
      .filter(({ requirements }) => scope === undefined || requirements.some((id) => scope.accounts.has(id)))
      .map((interaction) => ({ pact, interaction })),
  );
  // Once the rate limit is spent, everything else would have to wait.
  return parts.toSorted((a, b) => spendsLimit(a) - spendsLimit(b));
}

/** 1 for an interaction that leaves the rate limit spent, and 0 for any other. */
const spendsLimit = ({ interaction }: Part): number =>
  Number(interaction.states.some(({ name }) => name === SPENT_LIMIT));

async function verified(
  parts: readonly Part[],
  provider: PactProvider,
  stopped: string | undefined,
): Promise<{ readonly verifications: readonly Verification[]; readonly trouble?: string }> {
  if (parts.length === 0) return { verifications: [] };
  if (stopped !== undefined) return { verifications: [], trouble: stopped };
  try {
    return { verifications: await verify(parts, provider) };
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return {
      verifications: [],
      trouble: error.hint === '' ? error.message : `${error.message}. ${error.hint}`,
    };
  }
}

type Outcome = Pick<ReportedInteraction, 'outcome' | 'reason' | 'mismatches'>;

function outcomeOf(verification: Verification | undefined, reason: string | undefined): Outcome {
  if (reason !== undefined) return { outcome: 'not-exercised', reason, mismatches: [] };
  if (verification === undefined) {
    return { outcome: 'not-exercised', reason: "Pact's Verifier did not play it", mismatches: [] };
  }
  const { verified: isVerified, mismatches } = verification;
  if (isVerified)
    return { outcome: 'verified', reason: 'the answer is what the consumer relies on', mismatches };
  const [first] = mismatches;
  const what = first === undefined ? "Pact's Verifier says no more" : `${first.path}: ${first.message}`;
  const more = mismatches.length > 1 ? `, and ${mismatches.length - 1} more` : '';
  return {
    outcome: 'failed',
    reason: `the answer is not what the consumer relies on: ${what}${more}`,
    mismatches,
  };
}

const playedOf = (part: Part): Played => ({
  id: caseIdOf(part),
  title: `${part.pact.consumer}: ${titleOf(part.interaction)}`,
  requirements: part.interaction.requirements,
  succeeds: succeeded(part.interaction.response.status),
});

/** Nothing is said of a target that is no Management API, or does not let the token in. */
function checkFirst({ exchanges: [first] }: CaseRun, session: Session): void {
  if (first !== undefined && isValidCreate(first.about)) checkFirstAnswer(first, session);
}
