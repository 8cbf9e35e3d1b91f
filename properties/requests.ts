import type { About } from '../contracts/case.ts';
import type { Choice, Operation, Sequence, Step } from '../contracts/exercise.ts';
import type { Json } from '../contracts/expectation.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import type { PlannedBody, PlannedRequest } from './case.ts';

const COLLECTION = '/actions/actions';
const ITEM = `${COLLECTION}/${PLACEHOLDERS.id}`;

/** A create with this body, for the purpose that `about` names. */
export function create(body: PlannedBody, about: Omit<About, 'operation'>): PlannedRequest {
  const valid = about.fault === undefined && about.wire === undefined && about.credentials === 'valid';
  return {
    about: { operation: 'create', ...about },
    kind: valid ? 'create' : 'probe',
    method: 'POST',
    path: COLLECTION,
    contentType: 'application/json',
    body,
  };
}

const ROUTES = {
  read: { kind: 'read', method: 'GET', path: ITEM },
  list: { kind: 'read', method: 'GET', path: COLLECTION },
  update: { kind: 'update', method: 'PATCH', path: ITEM },
  deploy: { kind: 'deploy', method: 'POST', path: `${ITEM}/deploy` },
  delete: { kind: 'cleanup', method: 'DELETE', path: ITEM },
} as const satisfies Partial<Record<Operation, unknown>>;

/** What a request on an action may carry. */
interface Carrying {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Json;
}

/** An operation on an action that is there, or on the list of all. */
export function operate(operation: keyof typeof ROUTES, { query = {}, body }: Carrying = {}): PlannedRequest {
  const { kind, method, path } = ROUTES[operation];
  // Placeholders stay readable in a plan; the driver encodes what it puts in their place.
  const search = Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return {
    about: { operation, credentials: 'valid', choices: [] },
    kind,
    method,
    path: search === '' ? path : `${path}?${search}`,
    ...(body === undefined
      ? {}
      : { contentType: 'application/json', body: { kind: 'json', value: body } as const }),
  };
}

/** A step of a sequence on the action that the sequence created. */
export function step(
  operation: keyof typeof ROUTES,
  at: { readonly sequence: Sequence; readonly step: Step },
  choices: readonly Choice[],
  carrying: Carrying = {},
): PlannedRequest {
  const request = operate(operation, carrying);
  return { ...request, about: { ...request.about, choices, at } };
}
