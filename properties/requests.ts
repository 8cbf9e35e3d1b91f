import type { About } from '../contracts/case.ts';
import type { Choice, Operation, Sequence, Step } from '../contracts/exercise.ts';
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
  deploy: { kind: 'deploy', method: 'POST', path: `${ITEM}/deploy` },
  delete: { kind: 'cleanup', method: 'DELETE', path: ITEM },
} as const satisfies Partial<Record<Operation, unknown>>;

/** A step of a sequence on the action that the sequence created. */
export function step(
  operation: keyof typeof ROUTES,
  at: { readonly sequence: Sequence; readonly step: Step },
  choices: readonly Choice[],
  query: Readonly<Record<string, string>> = {},
): PlannedRequest {
  const { kind, method, path } = ROUTES[operation];
  // Placeholders stay readable in a plan; the driver encodes what it puts in their place.
  const search = Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return {
    about: { operation, credentials: 'valid', choices, at },
    kind,
    method,
    path: search === '' ? path : `${path}?${search}`,
  };
}
