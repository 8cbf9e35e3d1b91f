import type { RequirementId } from '../../contracts/catalogue.ts';
import type { Expectation, Json } from '../../contracts/expectation.ts';
import type { PlannedRequest } from '../case.ts';

/** What the model says of an answer before it arrives. */
export interface Prediction {
  /** The requirement that is broken where it does not come true. */
  readonly requirement: RequirementId;
  readonly expects: Expectation;
  /** Numbers of the earlier requests that the expectation looks back on; none where it is left out. */
  readonly earlier?: readonly number[];
}

/** A request of the model, with what is expected of its answer. */
export interface PredictedRequest {
  readonly request: PlannedRequest;
  /** Id of the action that it is about, for its placeholder. */
  readonly id?: string;
  /** The letter of the action's name. */
  readonly slot: string;
  readonly predictions: readonly Prediction[];
}

/** What the model learns of an answer. */
export interface Observed {
  /** Number of the request, from 0. */
  readonly number: number;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  readonly body: Json | undefined;
}
