import { succeeded } from '../contracts/http-status.ts';
import { messageOf, TargetError } from '../driver/errors.ts';
import type { Redactor } from '../driver/redaction.ts';
import { operationOf } from '../pacts/endpoint.ts';
import { titleOf, type Pact } from '../pacts/pact.ts';
import { verify, type Part, type Verification } from '../pacts/verifier.ts';
import type { ReportedInteraction } from '../verdicts/report.ts';
import type { Tally } from '../verdicts/tally.ts';
import type { Exchange } from '../driver/exchange.ts';
import type { RunEvent } from './events.ts';
import { judgeInteraction, type Played } from './judge-interaction.ts';
import { caseIdOf, PactProvider } from './pact-provider.ts';
import { PastExchanges } from './past-exchanges.ts';
import { isTelling, readFirstAnswer } from './preflight/first-answer.ts';
import { inWords } from './preflight/in-words.ts';
import { SPENT_LIMIT } from './provider-states.ts';
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
  if (alone) await lookForObstacle(stage, provider, parts.length);
  const { obstacle } = record;
  const interactions: ReportedInteraction[] = [];
  for (const [number, part] of parts.entries()) {
    const shown = provider.shownBy(number);
    if (shown !== undefined && !shown.reused) {
      const exchange = obstacle === undefined ? shown.exchange : beside(shown.exchange, obstacle);
      const run = judgeInteraction(stage, playedOf(part), exchange);
      await stage.keep(run);
      for (const { requirement, finding } of run.findings) yield { kind: 'finding', requirement, finding };
    }
    const outcome = outcomeOf(
      obstacle === undefined ? verifications[number] : undefined,
      obstacle ?? trouble ?? provider.reasonOf(number),
    );
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
    // Whatever it is, what was judged before is not lost for it.
    const hint = error instanceof TargetError && error.hint !== '' ? `. ${error.hint}` : '';
    return { verifications: [], trouble: `${messageOf(error)}${hint}` };
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
async function lookForObstacle(
  { session, record }: Stage,
  provider: PactProvider,
  interactions: number,
): Promise<void> {
  for (let number = 0; number < interactions; number += 1) {
    const shown = provider.shownBy(number)?.exchange;
    if (shown === undefined || !isTelling(shown)) continue;
    const answer = await readFirstAnswer(shown, session);
    if (answer instanceof TargetError) record.obstacle = inWords(answer);
    return;
  }
}

const beside = (exchange: Exchange, message: string): Exchange => ({
  trouble: { kind: 'access', message },
  ...exchange,
});
