import type { Operation } from '../contracts/exercise.ts';
import type { Json } from '../contracts/expectation.ts';
import { childOf, isObject } from '../contracts/pointer.ts';
import { breachesIn, findingIn } from '../checks/conformity.ts';
import { wordsOf } from '../checks/finding-words.ts';
import type { Finding } from '../checks/judgement.ts';
import { violations } from '../properties/request-schema.ts';
import { DOCUMENTED } from './endpoint.ts';
import type { Interaction, Values } from './pact.ts';

/** One thing that an interaction relies on and the contract does not document. */
export interface Undocumented {
  /** Such as `response body /status` or `request header content-type`. */
  readonly place: string;
  /** What is wrong there, in words that follow on the place. */
  readonly message: string;
}

/** Headers of an answer that are documented or part of HTTP itself. */
const ANSWER_HEADERS = new Set([
  'content-type',
  'content-length',
  'date',
  'retry-after',
  'www-authenticate',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
]);

/** The media types that the published description lists for a body that is sent. */
const SENT_TYPES = ['application/json', 'application/x-www-form-urlencoded'];

/** Everything in one interaction that the contract does not document. */
export function* checkInteraction(operation: Operation, interaction: Interaction): Iterable<Undocumented> {
  yield* checkRequest(operation, interaction);
  yield* checkResponse(operation, interaction);
}

function* checkRequest(operation: Operation, { request, response }: Interaction): Iterable<Undocumented> {
  for (const name of Object.keys(request.query)) {
    if (!DOCUMENTED[operation].query.includes(name)) {
      yield { place: `request query ${name}`, message: 'is no documented parameter' };
    }
  }
  if (operation !== 'create' && operation !== 'update') return;
  const type = mediaType(request.headers);
  if (type !== undefined && !SENT_TYPES.includes(type)) {
    yield { place: 'request header content-type', message: `is ${type}, which is not documented` };
  }
  // A form is documented as well, but what it says of lists and objects is not.
  if (type !== undefined && type !== SENT_TYPES[0]) return;
  const faults = faultsIn(operation, request.body ?? null);
  if (response.status < 300) {
    for (const fault of faults) yield { place: inBody('request', fault.path), message: relianceOn(fault) };
  } else if (response.status === 400 && faults.length === 0) {
    yield { place: 'response status', message: 'is 400, for a body that the contract calls valid' };
  }
}

/** What the contract has against a body that is sent. An update names what it changes, and is told of no deployment. */
function faultsIn(operation: 'create' | 'update', body: Json): readonly Finding[] {
  const faults = violations(body).map((fault) => findingIn(fault, body));
  if (operation === 'create') return faults;
  const undocumented = isObject(body) && Object.hasOwn(body, 'deploy');
  return [
    ...faults.filter(({ kind, path }) => kind !== 'required' || path !== ''),
    ...(undocumented ? [UNDOCUMENTED_DEPLOY] : []),
  ];
}

const UNDOCUMENTED_DEPLOY: Finding = {
  ...wordsOf({ keyword: 'additionalProperties', params: {}, path: '/deploy' }),
  path: '/deploy',
  kind: 'additionalProperties',
  actual: 'it',
};

function* checkResponse(operation: Operation, { response }: Interaction): Iterable<Undocumented> {
  const { success, refusals, answers } = DOCUMENTED[operation];
  const { status, headers, body } = response;
  if (status !== success && !refusals.includes(status)) {
    const known = [success, ...refusals].join(', ');
    yield { place: 'response status', message: `is ${status}, and documented are ${known}` };
    return;
  }
  for (const name of Object.keys(headers)) {
    if (!ANSWER_HEADERS.has(name))
      yield { place: `response header ${name}`, message: 'is documented nowhere' };
  }
  if (body === undefined || body === '') return;
  const type = mediaType(headers);
  if (type !== undefined && type !== 'application/json') {
    yield { place: 'response header content-type', message: `is ${type}, and answers are application/json` };
    return;
  }
  if (status !== success) yield* checkBody('error', body);
  else if (answers === undefined)
    yield { place: 'response body', message: 'is there, and a delete answers none' };
  else if (operation === 'list') yield* checkList(body);
  else yield* checkBody(answers, body);
}

function* checkBody(schema: Parameters<typeof breachesIn>[0], body: Json, at = ''): Iterable<Undocumented> {
  for (const breach of breachesIn(schema, body)) {
    yield { place: inBody('response', `${at}${breach.path}`), message: relianceOn(breach) };
  }
}

/** A page of a list: of the published OpenAPI description. */
function* checkList(body: Json): Iterable<Undocumented> {
  if (!isObject(body)) {
    yield {
      place: 'response body',
      message: 'is a list, and the documented one is an object with `actions`',
    };
    return;
  }
  for (const [name, value] of Object.entries(body)) {
    if (name === 'actions' && Array.isArray(value)) {
      for (const [index, action] of (value as readonly Json[]).entries()) {
        yield* checkBody('action', action, `/actions/${index}`);
      }
    } else if (!['page', 'per_page', 'total'].includes(name) || typeof value !== 'number') {
      yield {
        place: inBody('response', childOf('', name)),
        message: 'is documented nowhere, or not as this',
      };
    }
  }
}

/** What stands at a place and what the contract says of it, in words that follow on the place. */
function relianceOn({ kind, expected, actual }: Finding): string {
  switch (kind) {
    case 'additionalProperties':
      return 'is documented nowhere';
    case 'required':
      return `lacks ${expected}, which the contract requires`;
    default:
      return `is ${actual}, and the contract allows ${expected}`;
  }
}

const inBody = (part: string, pointer: string): string =>
  `${part} body${pointer === '' ? '' : ` ${pointer}`}`;

const mediaType = (headers: Values): string | undefined =>
  headers['content-type']?.[0]?.split(';', 1)[0]?.trim().toLowerCase();
