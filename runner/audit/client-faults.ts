import { sentValue } from '../../checks/answer-body.ts';
import { deprecationsIn } from '../../contracts/deprecations.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { faultsIn, type RecognisedFault } from '../../properties/recognise/faults.ts';

/** Something that a client should not have sent. */
export interface ClientFault {
  readonly kind: string;
  readonly path: string;
  readonly message: string;
}

/**
 * What is wrong with what a client sent: invalid by the document, or deprecated.
 *
 * @param faults of a create, which are known already.
 */
export function clientFaults(exchange: Exchange, faults: readonly RecognisedFault[]): readonly ClientFault[] {
  const { operation } = exchange.about;
  const { body } = exchange.request;
  if (operation !== 'create' && operation !== 'update') return [];
  const wrong =
    operation === 'create' ? faults : body === undefined ? [] : faultsIn(body).filter(alsoInUpdates);
  return [
    ...wrong.map(({ fault, place, message }) => ({
      kind: fault.operator,
      path: fault.property === undefined ? place : `${place}/${fault.property}`,
      message: `the request is invalid: ${message}`,
    })),
    ...deprecationsIn(sentValue(exchange)).map(({ place, message }) => ({
      kind: 'deprecated',
      path: place,
      message,
    })),
  ];
}

/** An update may leave out whatever stays as it is. */
const alsoInUpdates = ({ fault, place }: RecognisedFault): boolean =>
  !(fault.operator === 'missing' && /^\/[^/]+$/.test(place));
