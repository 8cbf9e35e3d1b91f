import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import type { Requirement } from '../contracts/requirement.ts';
import type { Trouble } from '../driver/exchange.ts';
import { appliesTo } from '../properties/applies.ts';
import type { Case } from '../properties/case.ts';
import { baseCase } from '../properties/valid/valid-case.ts';
import type { Tally } from '../verdicts/tally.ts';
import { reasonNotToCreate } from './cleanup/clean-up.ts';
import { lacking, missingScope, usesOf } from './scopes.ts';
import type { Session } from './session.ts';

/** Why a run sends nothing more; `undefined` while it goes on. */
export function reasonToStop(
  next: Case,
  { silence, obstacle }: { readonly silence: Trouble | undefined; readonly obstacle: string | undefined },
  { budget, sender, tokens }: Session,
  interrupted: boolean,
): string | undefined {
  if (interrupted) return 'the run was interrupted';
  const spent = obstacle ?? tokens.reasonToStop ?? budget.reasonToStop(next, sender.total);
  if (spent !== undefined) return spent;
  // Whoever died was waited for already.
  if (sender.death !== undefined) return `the target died: ${sender.death.message}`;
  return silence === undefined
    ? undefined
    : `the target gave no answer three times in a row: ${silence.message}`;
}

/** Why one case is not sent, though the run goes on; `undefined` when it is. */
export function reasonToSkip(session: Session, next: Case, tally: Tally): string | undefined {
  const { values, noModule, tokens, budget } = session;
  const { id, needs = [], twin } = next;
  const base = baseCase().id;
  if (id !== base && tally.wasAccepted(base) === false)
    return 'the target refuses even the smallest valid body';
  const missing = missingScope(usesOf(next), tokens.scopes);
  if (missing !== undefined) return lacking(missing);
  if (needs.includes('module') && values[PLACEHOLDERS.moduleId] === undefined)
    return noModule ?? 'no Action Module to refer to is known';
  const unlimited = needs.includes('unscoped-token') ? tokens.limited.reasonNot(tokens.valid) : undefined;
  if (unlimited !== undefined) return unlimited;
  if (twin !== undefined && tally.wasAccepted(twin) === false)
    return 'the valid body beside it was not accepted, so that a refusal would prove nothing';
  return (createsAny(next) ? reasonNotToCreate(session) : undefined) ?? budget.reasonToSkip(next);
}

const createsAny = (next: Case): boolean => usesOf(next).some(({ operation }) => operation === 'create');

/** Tells the requirements that these requests would have exercised why they were not. */
export function explainSkipped(
  requests: Case['requests'],
  reason: string,
  wanted: readonly Requirement[],
  tally: Tally,
): void {
  for (const { id, exercisedBy } of wanted) {
    // What is judged in passing does not depend on any one case.
    if (exercisedBy.kind === 'passive') continue;
    if (requests.some(({ about }) => appliesTo(exercisedBy, about))) tally.explain(id, reason);
  }
}
