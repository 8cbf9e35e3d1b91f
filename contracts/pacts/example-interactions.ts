import { MatchersV3, HTTPResponseStatusClass } from '@pact-foundation/pact';

import { catalogue, type RequirementId } from '../catalogue.ts';
import type { NewAction } from '../wire-types.ts';

/** One thing that every consumer of the API does, with what it relies on in the answer. */
export interface ExampleInteraction {
  readonly description: string;
  readonly states: readonly {
    readonly name: string;
    readonly parameters?: Readonly<Record<string, string>>;
  }[];
  /** Requirements that it is evidence for. */
  readonly requirements: readonly RequirementId[];
  readonly request: {
    readonly method: string;
    readonly path: string | MatchersV3.Matcher<string>;
    readonly authorized: boolean;
    readonly body?: object;
  };
  readonly response: {
    readonly status: number | MatchersV3.StatusCodeMatcher<number>;
    readonly body?: object;
  };
}

const { eachLike, fromProviderState, integer, matchStatus, regex, string } = MatchersV3;

/** Of the documentation's examples: no tenant has this action. */
export const EXAMPLE_ID = '910b1053-577f-4d81-a8c8-020e7319a38a';
export const EXAMPLE_NAME = 'my-action';

const COLLECTION = '/api/v2/actions/actions';
const TIME = '2021-01-01T00:00:00.000Z';

// RFC 3339 in the form that every client's parser of dates reads.
const time = regex(String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$`, TIME);
const status = (example: string) => regex('^(pending|building|packaged|built|retrying|failed)$', example);
const id = (example: string) => regex('^[A-Za-z0-9_-]+$', example);

/** The status that a client tells success by: any of 2xx. */
const success = (example: number) => matchStatus(example, HTTPResponseStatusClass.Success);

const action = (buildStatus: string): object => ({
  id: id(EXAMPLE_ID),
  name: string(EXAMPLE_NAME),
  supported_triggers: eachLike({ id: string('post-login') }),
  status: status(buildStatus),
  created_at: time,
  updated_at: time,
});

const refusal = (code: number, reason: string, message: string): object => ({
  statusCode: integer(code),
  error: string(reason),
  message: string(message),
});

const CODE = 'exports.onExecutePostLogin = async (event, api) => {};';

/** The body of the smallest create. */
export const REQUIRED: NewAction = {
  name: EXAMPLE_NAME,
  supported_triggers: [{ id: 'post-login', version: 'v3' }],
};

/** What a create usually says. */
export const USUAL: NewAction = { ...REQUIRED, code: CODE };

export const EVERYTHING: NewAction = {
  ...USUAL,
  dependencies: [{ name: 'lodash', version: '4.17.21' }],
  deploy: false,
  modules: [],
  runtime: 'node22',
  secrets: [{ name: 'API_KEY', value: 'an-example-and-no-secret' }],
};

export const DEPLOYED: NewAction = { ...USUAL, deploy: true };

// The name is the tenant's to give: two actions of one run must not bear the same.
const named = (body: NewAction): object => ({ ...body, name: fromProviderState('${name}', EXAMPLE_NAME) });

const create = (body: NewAction, authorized = true): ExampleInteraction['request'] => ({
  method: 'POST',
  path: COLLECTION,
  authorized,
  body: named(body),
});

const onAction = (method: string, below = ''): ExampleInteraction['request'] => ({
  method,
  path: fromProviderState(`${COLLECTION}/\${id}${below}`, `${COLLECTION}/${EXAMPLE_ID}${below}`),
  authorized: true,
});

const MAY_CREATE = { name: 'a client may create actions' };
const ENVELOPE = ['error.object', 'error.envelope', 'error.statusCode.type', 'error.message'] as const;
const ACTION = [
  'answer.present.id',
  'answer.present.status',
  'answer.present.created_at',
  'answer.present.updated_at',
  'answer.action.id',
  'answer.action.name',
  'answer.action.supported_triggers',
  'answer.action.created_at',
  'answer.action.updated_at',
  'answer.action.status.enum',
] as const;

export const interactions = {
  required: {
    description: 'a create with only what is required',
    states: [MAY_CREATE],
    requirements: ['request.code.optional', ...ACTION],
    request: create(REQUIRED),
    response: { status: success(201), body: action('pending') },
  },
  everything: {
    description: 'a create with everything',
    states: [MAY_CREATE],
    requirements: ['answer.secret.name', 'answer.dependency.name', ...ACTION],
    request: create(EVERYTHING),
    response: {
      status: success(201),
      body: {
        ...action('pending'),
        code: string(EVERYTHING.code),
        runtime: string(EVERYTHING.runtime),
        dependencies: eachLike({ name: string('lodash'), version: string('4.17.21') }),
        secrets: eachLike({ name: string('API_KEY') }),
      },
    },
  },
  deployed: {
    description: 'a create that deploys',
    states: [MAY_CREATE],
    requirements: ['request.deploy.true', ...ACTION],
    request: create(DEPLOYED),
    response: { status: success(201), body: action('pending') },
  },
  invalid: {
    description: 'a create without a name',
    states: [MAY_CREATE],
    requirements: ['request.name.required', 'error.http.status', ...ENVELOPE],
    request: {
      method: 'POST',
      path: COLLECTION,
      authorized: true,
      body: { supported_triggers: USUAL.supported_triggers, code: CODE },
    },
    response: {
      status: 400,
      body: refusal(400, 'Bad Request', "Payload validation error: 'Missing required property: name'."),
    },
  },
  unauthenticated: {
    description: 'a create without a token',
    states: [{ name: 'a client has no token' }],
    requirements: ['auth.header.required', ...ENVELOPE],
    request: create(USUAL, false),
    response: { status: 401, body: refusal(401, 'Unauthorized', 'Missing authentication') },
  },
  unscoped: {
    description: 'a create with a token that lacks the scope',
    states: [{ name: 'a client lacks a scope', parameters: { scope: 'create:actions' } }],
    requirements: ['auth.scope.required', ...ENVELOPE],
    request: create(USUAL),
    response: {
      status: 403,
      body: refusal(403, 'Forbidden', 'Insufficient scope, expected any of: create:actions'),
    },
  },
  limited: {
    description: 'a create when the rate limit is spent',
    states: [{ name: 'the rate limit is spent' }],
    requirements: ENVELOPE,
    request: create(USUAL),
    response: { status: 429, body: refusal(429, 'Too Many Requests', 'Global limit has been reached') },
  },
  read: {
    description: 'a read of an action that was created',
    states: [{ name: 'an action exists', parameters: { trigger: 'post-login' } }],
    requirements: ['lifecycle.read.found'],
    request: onAction('GET'),
    response: { status: success(200), body: action('built') },
  },
  deploy: {
    description: 'a deploy of an action that is built',
    states: [{ name: 'an action is built', parameters: { trigger: 'post-login' } }],
    requirements: ['lifecycle.deploy.accepted'],
    request: onAction('POST', '/deploy'),
    response: {
      status: success(202),
      body: { id: id('12a3b9e6-06e6-4a29-96bf-90c82fe79a0d'), number: integer(1) },
    },
  },
  delete: {
    description: 'a delete of an action',
    states: [{ name: 'an action exists', parameters: { trigger: 'post-login' } }],
    requirements: ['lifecycle.delete.status'],
    request: onAction('DELETE'),
    response: { status: success(204) },
  },
  missing: {
    description: 'a read of an action that does not exist',
    states: [{ name: 'an action does not exist' }],
    requirements: ENVELOPE,
    request: onAction('GET'),
    response: { status: 404, body: refusal(404, 'Not Found', 'That action does not exist.') },
  },
} as const satisfies Readonly<Record<string, ExampleInteraction>>;

export type InteractionName = keyof typeof interactions;

/** What a requirement demands, which is what a broker shows beside its id. */
export function titleOf(requirement: RequirementId): string {
  const found = catalogue.find((each) => each.id === requirement);
  if (found === undefined) throw new Error(`there is no requirement ${requirement}`);
  return found.title;
}
