import type { ReportedExchange } from '../../report.ts';
import type { Rule } from '../rule.ts';
import { isSuccess } from '../sight.ts';

const isGone = ({ answer }: ReportedExchange): boolean => answer?.status === 404 || answer?.status === 410;

/** Reads of an action that was created and not deleted. */
const isEarlyRead = ({ about: { at, operation } }: ReportedExchange): boolean =>
  operation === 'read' && (at?.step === 'read' || at?.step === 'awaited');

/** What it created is not there when it is read or listed. */
export const forgets: Rule = {
  id: 'forgets',
  explain: ({ exchanges, unjudged, brokenBy }) => {
    const reads = exchanges.filter((exchange) => isEarlyRead(exchange) && exchange.answer !== undefined);
    const isForgotten = reads.length > 0 && reads.every(isGone);
    const explains = [
      ...brokenBy(
        ({ path }, exchange, { judgedBy }) =>
          judgedBy.kind === 'listed' ||
          (isForgotten && path === 'status' && exchange.about.at !== undefined && isGone(exchange)),
      ),
      ...unjudged.filter(
        ({ requirement: { exercisedBy } }) =>
          isForgotten && exercisedBy.kind === 'sequence' && exercisedBy.sequence === 'life',
      ),
    ];
    if (isForgotten) {
      return {
        cause: 'It forgets what it created: a read of a new action is answered with 404.',
        next: 'Keep what is created, and look reads, updates and lists up there.',
        explains,
      };
    }
    return {
      cause: `Its list does not know what it created${reads.some(isSuccess) ? ', though a read does' : ''}.`,
      next: 'Make the list of what is kept.',
      explains,
    };
  },
};
