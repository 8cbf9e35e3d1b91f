import type { Operation } from '../../contracts/exercise.ts';
import { isDeterministic } from '../../contracts/phase.ts';
import type { Requirement } from '../../contracts/requirement.ts';
import { unjudged, type Judgement } from '../../checks/judgement.ts';
import type { Exchange } from '../../driver/exchange.ts';
import type { Case } from '../../properties/case.ts';
import type { Origin } from '../../verdicts/account.ts';
import type { Tally } from '../../verdicts/tally.ts';
import { bookJudgement, type BookedFinding } from '../book-judgement.ts';
import { buildsOn } from './builds-on.ts';
import type { Offers } from './offers.ts';

/** What was judged of a requirement on an exchange. */
interface Opinion {
  readonly requirement: Requirement;
  readonly exchange: Exchange;
  readonly case: Case;
  readonly judged: readonly [Origin, Judgement];
}

/** A finding that counts after all, with the case that shows it. */
type Concluded = BookedFinding & Pick<Opinion, 'case'>;

/**
 * Keeps what was judged on answers of which only the whole run can tell whether the target has the operation at all:
 * where it has not, nothing was kept or broken.
 */
export class SetAside {
  private readonly offers: Offers;
  private readonly kept: (Opinion & { readonly open: readonly Operation[] })[] = [];

  constructor(offers: Offers) {
    this.offers = offers;
  }

  /** Takes what was judged, if it may not count: that a secret leaks counts wherever it is seen. */
  takes(opinion: Opinion): boolean {
    const { requirement, exchange, judged } = opinion;
    const open = requirement.judgedBy.kind === 'secret-kept' ? [] : this.offers.openIn(exchange);
    if (open.length === 0) return false;
    // What is drawn at random comes after the plan, and is too much to be kept.
    if (!isDeterministic(judged[0].phase)) return this.reasonAgainst(open) !== undefined;
    this.kept.push({ ...opinion, open });
    return true;
  }

  /**
   * Books what was kept, now that all is known, and notes of each requirement whether the target lacks what it is about.
   *
   * @returns the findings, as each is booked.
   */
  conclude(requirements: readonly Requirement[], tally: Tally): readonly Concluded[] {
    for (const { id, exercisedBy } of requirements) {
      const reason = this.reasonAgainst(buildsOn(exercisedBy));
      if (reason !== undefined) tally.noteNotOffered(id, reason);
    }
    return this.kept.splice(0).flatMap(({ requirement, judged: [origin, judgement], open, case: of }) => {
      const reason = this.reasonAgainst(open);
      // What is judged in passing misses nothing by one answer.
      if (reason !== undefined && requirement.exercisedBy.kind === 'passive') return [];
      const counts = reason === undefined ? judgement : unjudged(reason);
      const booked = bookJudgement(tally, requirement, () => [origin, counts]);
      return booked.map((each) => ({ ...each, case: of }));
    });
  }

  /** Why the first of these operations that the target does not have is not offered. */
  private reasonAgainst(operations: readonly Operation[]): string | undefined {
    return operations.map((each) => this.offers.reasonNot(each)).find((reason) => reason !== undefined);
  }
}
