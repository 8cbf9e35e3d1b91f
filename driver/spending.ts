import type { RequestKind } from '../contracts/case.ts';

/** Requests spent so far; every attempt counts. */
export class Spending {
  readonly byKind: Record<RequestKind, number> = {
    create: 0,
    probe: 0,
    read: 0,
    update: 0,
    deploy: 0,
    cleanup: 0,
    token: 0,
    pact: 0,
  };
  private sum = 0;

  get total(): number {
    return this.sum;
  }

  add(kind: RequestKind): void {
    this.byKind[kind] += 1;
    this.sum += 1;
  }
}
