import type { ReportedExchange } from '../../report.ts';
import type { Rule } from '../rule.ts';
import { statusesOf } from '../sight.ts';

/** What one requirement shows, the requirement says best. */
const ENOUGH = 2;

const isFailure = ({ answer }: ReportedExchange): boolean => (answer?.status ?? 0) >= 500;

/** It breaks over requests instead of answering them. */
export const failsItself: Rule = {
  id: 'fails-itself',
  explain: ({ exchanges, brokenBy }) => {
    const explains = brokenBy(({ path }, exchange) => path === 'status' && isFailure(exchange));
    if (explains.length < ENOUGH) return undefined;
    const failures = exchanges.filter(isFailure);
    return {
      cause: `It fails itself: ${failures.length} requests were answered with ${statusesOf(failures)}.`,
      next: "Send one of them again by its curl line, and look for the error in the target's log.",
      explains,
    };
  },
};
