import type { Sequence, Step } from '../../contracts/exercise.ts';
import type { Requirement } from '../../contracts/requirement.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { bearingOn } from '../../properties/bearing.ts';

/** The requirements of an audit, found by what they bear on: looking through all of them costs more than judging. */
export class RecordedRequirements {
  private readonly passing: readonly Requirement[];
  private readonly byStep: ReadonlyMap<string, readonly Requirement[]>;

  constructor(requirements: readonly Requirement[]) {
    this.passing = requirements.filter(
      ({ exercisedBy, alsoOn = [] }) => exercisedBy.kind !== 'sequence' || alsoOn.length > 0,
    );
    this.byStep = Map.groupBy(requirements, ({ exercisedBy }) =>
      exercisedBy.kind === 'sequence' ? keyOf(exercisedBy) : '',
    );
  }

  /** Those that an exchange bears on in passing, or because of what its body chose or got wrong. */
  inPassing({ about, answer }: Exchange): readonly Requirement[] {
    return bearingOn(this.passing, about, answer?.status);
  }

  /** Those on a step in the life of an action. */
  ofStep(step: { readonly sequence: Sequence; readonly step: Step }): readonly Requirement[] {
    return this.byStep.get(keyOf(step)) ?? [];
  }
}

const keyOf = ({ sequence, step }: { readonly sequence: Sequence; readonly step: Step }): string =>
  `${sequence} ${step}`;
