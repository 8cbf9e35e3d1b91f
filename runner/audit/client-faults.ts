import { sentValue } from '../../checks/answer-body.ts';
import { deprecationsIn } from '../../contracts/deprecations.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { heldOn } from './on-its-day.ts';
import { faultsIn, type RecognisedFault } from '../../properties/recognise/faults.ts';

/** Something that a client should not have sent. */
export interface ClientFault {
  readonly kind: string;
  readonly path: string;
  readonly message: string;
}

/**
 * What is wrong with what a client sent: invalid by the document of its day, or deprecated on that day.
 *
 * @param faults of a create, which are known already.
 * @param at ISO date and time, where it is known.
 */
export function clientFaults(
  exchange: Exchange,
  faults: readonly RecognisedFault[],
  at: string | undefined,
): readonly ClientFault[] {
  const { operation } = exchange.about;
  const { body } = exchange.request;
  if (operation !== 'create' && operation !== 'update') return [];
  const wrong =
    operation === 'create' ? faults : body === undefined ? [] : faultsIn(body).filter(alsoInUpdates);
  return [
    ...wrong
      .filter((each) => wasWrong(each, at))
      .map(({ fault, place, message }) => ({
        kind: fault.operator,
        path: fault.property === undefined ? place : `${place}/${fault.property}`,
        message: `the request is invalid: ${message}`,
      })),
    ...deprecationsIn(sentValue(exchange))
      .filter(({ since }) => at === undefined || since <= at.slice(0, 10))
      .map(({ place, message }) => ({
        kind: 'deprecated',
        path: place,
        message,
      })),
  ];
}

/** Before there was a list of the ids of triggers, none of them was wrong. */
const wasWrong = ({ fault, place }: RecognisedFault, at: string | undefined): boolean =>
  fault.operator !== 'outside-enum' ||
  !place.endsWith('/id') ||
  heldOn('request.supported_triggers.id.enum', at);

/** An update may leave out whatever stays as it is. */
const alsoInUpdates = ({ fault, place }: RecognisedFault): boolean =>
  !(fault.operator === 'missing' && /^\/[^/]+$/.test(place));
