import { sentValue } from '../../checks/answer-body.ts';
import { isMasked } from '../../checks/masked.ts';
import type { About, RequestKind } from '../../contracts/case.ts';
import type { Json } from '../../contracts/expectation.ts';
import type { Exchange, Headers, Missing } from '../../driver/exchange.ts';
import { choicesIn } from '../../properties/recognise/choices.ts';
import { faultsIn, type RecognisedFault } from '../../properties/recognise/faults.ts';
import type { Route } from './route.ts';

/** What can be told of a recorded request without knowing what its sender meant. */
export interface Recognised {
  readonly about: About;
  readonly kind: RequestKind;
  /** What the contract has against the body of a create. */
  readonly faults: readonly RecognisedFault[];
}

const KINDS = {
  create: 'create',
  read: 'read',
  list: 'read',
  update: 'deploy',
  deploy: 'deploy',
  delete: 'cleanup',
} as const;

/** Recognises a request: its operation, what its body chose, and what is wrong with it. */
export function recognise(
  { operation }: Route,
  exchange: Pick<Exchange, 'request'>,
  missing: Missing,
): Recognised {
  const credentials = credentialsIn(exchange.request.headers);
  const about = { operation, credentials, choices: [] } as const;
  if (operation !== 'create') return { about, kind: KINDS[operation], faults: [] };
  const contentType = String(exchange.request.headers['content-type'] ?? '');
  const isForm = /^application\/x-www-form-urlencoded/i.test(contentType);
  if (isForm) return { about: { ...about, wire: 'form-encoded' }, kind: 'probe', faults: [] };
  // What is not there cannot be wrong.
  if (missing['request-body'] !== undefined) return { about, kind: 'create', faults: [] };
  const faults = faultsIn(exchange.request.body).filter(({ fault }) => !hasMask(fault.after));
  const [first] = faults;
  if (first === undefined) {
    const body = sentValue(exchange) ?? null;
    return { about: { ...about, choices: choicesIn(body) }, kind: 'create', faults };
  }
  return { about: { ...about, fault: first.fault }, kind: 'probe', faults };
}

/** Whether a mask stands where a body is wrong: then nobody knows what was sent. */
function hasMask(value: Json | undefined): boolean {
  if (typeof value === 'string') return isMasked(value);
  return Array.isArray(value) && value.some(hasMask);
}

/** Recorders remove `Authorization`, so that only one of another scheme tells anything. */
function credentialsIn({ authorization = '' }: Headers): 'valid' | 'other-scheme' {
  return /^(?:basic|digest|negotiate)\s/i.test(String(authorization)) ? 'other-scheme' : 'valid';
}
