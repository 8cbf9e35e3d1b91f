import type { Time } from './limiter.ts';

/** A clock that stands still, but for the pauses that are asked of it. */
export class FakeTime implements Time {
  /** The pauses so far, in milliseconds. */
  readonly pauses: number[] = [];
  private moment: number;

  constructor(moment: number = Date.UTC(2026, 0, 1)) {
    this.moment = moment;
  }

  now(): number {
    return this.moment;
  }

  pause(milliseconds: number): Promise<void> {
    this.pauses.push(milliseconds);
    this.moment += milliseconds;
    return Promise.resolve();
  }
}
