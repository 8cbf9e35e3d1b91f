import type { Rule } from '../rule.ts';
import { isSuccess, statusesOf } from '../sight.ts';

/** How a run says of what it did not send that a deletion stood in its way. */
const UNDELETED = /\bDELETE\b|\bcould not be deleted\b|\bcannot be deleted\b/;

/** A DELETE deletes nothing, whatever it says. */
export const keepsUndeleted: Rule = {
  id: 'does-not-delete',
  explain: ({ exchanges, unjudged, brokenBy }) => {
    const deletions = exchanges.filter(
      ({ about, answer }) =>
        about.operation === 'delete' && about.at?.step !== 'deleted-gone' && answer !== undefined,
    );
    const refused = deletions.filter((exchange) => !isSuccess(exchange));
    const stillThere = exchanges.filter(
      (exchange) => exchange.about.at?.step === 'read-gone' && isSuccess(exchange),
    );
    const waiting = unjudged.filter(({ result }) => UNDELETED.test(result.reason));
    const doesNot = refused.length > 0 && refused.length === deletions.length;
    if (!doesNot && stillThere.length === 0 && waiting.length === 0) return undefined;
    const seen =
      refused.length > 0
        ? `DELETE answers ${statusesOf(refused)}`
        : stillThere.length > 0
          ? `DELETE answers ${statusesOf(deletions)}, and the action can be read afterwards`
          : (waiting[0]?.result.reason ?? '');
    return {
      cause: `It does not delete: ${seen}.`,
      next: 'Mend DELETE first: what cannot be deleted is in the way of further creates.',
      explains: [
        ...brokenBy(
          (_, { about }) =>
            about.operation === 'delete' ||
            about.at?.step === 'read-gone' ||
            about.at?.step === 'deleted-gone',
        ),
        ...waiting,
      ],
    };
  },
};
