import type { Report } from '../verdicts/report.ts';
import { amount } from './amount.ts';

/** How far the suite itself was proved, in one sentence; `undefined` when that was measured with another catalogue. */
export function selfValidationWords({ suite: { selfValidation } }: Report): string | undefined {
  if (selfValidation === undefined) return undefined;
  const { killed, mutants, falseAlarms, medianRequestsToFirstKill } = selfValidation;
  const alarms = falseAlarms === 0 ? 'no false alarm' : amount(falseAlarms, 'false alarm');
  return `This suite notices ${killed} of ${mutants} known faulty tenants, with a median of ${medianRequestsToFirstKill} requests until the first finding and ${alarms}.`;
}
