import type { RequestKind } from '../contracts/case.ts';
import { isValidCreate } from './applies.ts';
import type { Case } from './case.ts';

/** What a plan costs at the least, if the target does as it should. */
export interface Cost {
  readonly requests: Readonly<Record<RequestKind, number>>;
  readonly total: number;
}

/** Adds up what cases cost, the deletion of what they create included; without tokens, which no case asks for. */
export function costOfAll(cases: readonly Case[]): Cost {
  const requests = { create: 0, probe: 0, read: 0, update: 0, deploy: 0, cleanup: 0, token: 0, pact: 0 };
  for (const each of cases) {
    for (const { kind } of each.requests) requests[kind] += 1;
    requests.cleanup += deletionsAfter(each);
  }
  return { requests, total: Object.values(requests).reduce((sum, count) => sum + count, 0) };
}

function deletionsAfter({ requests }: Case): number {
  const creates = requests.filter(({ about }) => isValidCreate(about)).length;
  return creates - requests.filter(({ about }) => about.at?.step === 'deleted').length;
}
