import type { FaultOperator } from '../../../contracts/exercise.ts';
import type { ReportedExchange } from '../../report.ts';
import type { Rule } from '../rule.ts';
import { isSuccess, type Sight } from '../sight.ts';

/** Faults that a server without any validation refuses all the same, as it cannot read such a body. */
const UNREADABLE: ReadonlySet<FaultOperator> = new Set(['malformed-json', 'empty-body']);

/** With fewer invalid bodies, it may be a slip. */
const ENOUGH = 5;

/** Of the invalid bodies, a target that accepts so many validates nothing to speak of. */
const HARDLY_ANY = 0.75;

/** Invalid bodies that can be read, and those of them that were accepted. */
function invalidBodies({ exchanges }: Sight, isMeant: (exchange: ReportedExchange) => boolean = () => true) {
  const sent = exchanges.filter(
    (exchange) =>
      exchange.about.operation === 'create' &&
      exchange.about.fault !== undefined &&
      exchange.answer !== undefined &&
      !UNREADABLE.has(exchange.about.fault.operator) &&
      isMeant(exchange),
  );
  return { sent, accepted: sent.filter(isSuccess) };
}

/** It accepts whatever can be read at all. */
export const refusesNothing: Rule = {
  id: 'refuses-nothing',
  explain: (sight) => {
    const { sent, accepted } = invalidBodies(sight);
    if (sent.length < ENOUGH || accepted.length < sent.length * HARDLY_ANY) return undefined;
    const isAll = accepted.length === sent.length;
    return {
      cause: isAll
        ? `It refuses nothing: it accepted all ${sent.length} invalid bodies that were sent.`
        : `It refuses hardly anything: it accepted ${accepted.length} of ${sent.length} invalid bodies.`,
      next: "Validate the body by the API's schema before anything is created.",
      explains: [
        ...sight.brokenBy(
          (_, exchange, { exercisedBy: { kind } }) =>
            (kind === 'fault' || kind === 'wire') &&
            isSuccess(exchange) &&
            exchange.about.operation === 'create',
        ),
        // Without a refusal there is no error body to judge.
        ...(isAll
          ? sight.unjudged.filter(
              ({ requirement: { exercisedBy } }) =>
                exercisedBy.kind === 'passive' &&
                (exercisedBy.on === 'refused' || exercisedBy.on === 'invalid-body'),
            )
          : []),
      ],
    };
  },
};

/** Fewer properties that may be null might each be meant so. */
const ENOUGH_NULLS = 3;

const isNull = ({ about }: ReportedExchange): boolean =>
  about.fault?.operator === 'wrong-type' && about.fault.after === null;

const shareOf = ({ sent, accepted }: ReturnType<typeof invalidBodies>): number =>
  accepted.length / sent.length;

/** It checks types, and lets null through. */
export const acceptsNull: Rule = {
  id: 'accepts-null',
  explain: (sight) => {
    const nulls = invalidBodies(sight, isNull);
    const others = invalidBodies(
      sight,
      (exchange) => exchange.about.fault?.operator === 'wrong-type' && !isNull(exchange),
    );
    if (nulls.accepted.length < ENOUGH_NULLS || others.sent.length === 0) return undefined;
    // What takes any value takes null as well, and that is another cause.
    if (shareOf(others) * 2 > shareOf(nulls)) return undefined;
    return {
      cause: `It accepts null for any type: ${nulls.accepted.length} of ${nulls.sent.length} bodies with a null in place of a value were accepted.`,
      next: 'Refuse null wherever the schema does not name it: a property that may be left out may not be null.',
      explains: sight.brokenBy((_, exchange) => isNull(exchange) && isSuccess(exchange)),
    };
  },
};
