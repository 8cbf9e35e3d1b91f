import type { SentRequest } from '../driver/exchange.ts';

/** A request that exploration sent, to be sent once more, with what was answered then. */
export interface Replayed {
  readonly request: SentRequest;
  readonly status: number;
  readonly answer: string;
}
