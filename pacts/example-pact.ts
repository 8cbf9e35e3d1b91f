import type { Json } from '../contracts/expectation.ts';
import type { JsonObject } from '../contracts/pointer.ts';

interface ExampleParts {
  readonly description?: string;
  readonly state?: string;
  readonly request?: JsonObject;
  readonly response?: JsonObject;
}

const CREATE: JsonObject = {
  method: 'POST',
  path: '/api/v2/actions/actions',
  headers: { 'Content-Type': 'application/json', Authorization: 'Bearer an-example' },
};

export const VALID: JsonObject = { name: 'my-action', supported_triggers: [{ id: 'post-login' }] };

/** The text of a pact of version 3 with these interactions, each a create that succeeds but for what differs. */
export function examplePact(
  interactions: readonly ExampleParts[] = [{}],
  metadata: Json = { pactSpecification: { version: '3.0.0' } },
): string {
  return JSON.stringify({
    consumer: { name: 'somebody' },
    provider: { name: 'auth0' },
    interactions: interactions.map(({ description = 'a create', state, request = {}, response = {} }) => ({
      description,
      ...(state === undefined ? {} : { providerStates: [{ name: state, params: { a: 1 } }] }),
      request: { ...CREATE, body: VALID, ...request },
      response: { status: 201, ...response },
    })),
    metadata,
  });
}
