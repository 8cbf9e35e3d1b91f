import { ManagementClient, ManagementError } from 'auth0';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { consumerPact, EXAMPLE_TOKEN, type ConsumerPact } from './example-consumer.ts';
import {
  DEPLOYED,
  EVERYTHING,
  EXAMPLE_ID,
  EXAMPLE_NAME,
  REQUIRED,
  USUAL,
  type InteractionName,
} from './example-interactions.ts';

type Actions = ManagementClient['actions'];
type CreateBody = Parameters<Actions['create']>[0];

/** A body as the client takes it: its types want lists that may be changed, and a name, which programs forget. */
const bodyOf = (body: object): CreateBody => structuredClone(body) as CreateBody;

describe('the official client', () => {
  let pact: ConsumerPact;
  beforeAll(async () => {
    pact = await consumerPact('node-auth0');
  });
  afterAll(() => pact.remove());

  const play = <Result>(name: InteractionName, use: (actions: Actions) => Promise<Result>): Promise<Result> =>
    pact.play(name, (url) => {
      const { actions } = new ManagementClient({
        domain: 'tenant.example.com',
        token: EXAMPLE_TOKEN,
        telemetry: false,
        maxRetries: 0,
        // The client speaks TLS to a domain and nothing else; Pact's mock server stands in for that domain.
        fetch: (input, init) => {
          const { pathname, search } = new URL(input instanceof Request ? input.url : input);
          const headers = new Headers(init?.headers);
          if (name === 'unauthenticated') headers.delete('authorization');
          return fetch(`${url}${pathname}${search}`, { ...init, headers });
        },
      });
      return use(actions);
    });
  const refusal = (use: Promise<unknown>): Promise<unknown> =>
    use.then(
      () => 'no refusal',
      (error: unknown) =>
        error instanceof ManagementError ? { status: error.statusCode, body: error.body } : error,
    );

  it.each([
    ['required', REQUIRED],
    ['everything', EVERYTHING],
    ['deployed', DEPLOYED],
  ] as const)('creates an action: %s', async (name, body) => {
    const action = await play(name, (actions) => actions.create(bodyOf(body)));

    expect(action).toMatchObject({ id: EXAMPLE_ID, name: EXAMPLE_NAME, status: 'pending' });
  });

  it.each([
    ['invalid', 400, "Payload validation error: 'Missing required property: name'."],
    ['unauthenticated', 401, 'Missing authentication'],
    ['unscoped', 403, 'Insufficient scope, expected any of: create:actions'],
    ['limited', 429, 'Global limit has been reached'],
  ] as const)('is told why it may not create: %s', async (name, status, message) => {
    const { supported_triggers, code } = USUAL;
    const body = name === 'invalid' ? { supported_triggers, code } : USUAL;

    const told = await play(name, (actions) => refusal(actions.create(bodyOf(body))));

    expect(told).toMatchObject({ status, body: { statusCode: status, message } });
  });

  it('reads an action', async () => {
    await expect(play('read', (actions) => actions.get(EXAMPLE_ID))).resolves.toMatchObject({
      id: EXAMPLE_ID,
      status: 'built',
    });
  });

  it('deploys an action', async () => {
    await expect(play('deploy', (actions) => actions.deploy(EXAMPLE_ID))).resolves.toMatchObject({
      number: 1,
    });
  });

  it('deletes an action', async () => {
    await expect(play('delete', (actions) => actions.delete(EXAMPLE_ID).then(() => 'gone'))).resolves.toBe(
      'gone',
    );
  });

  it('is told that an action does not exist', async () => {
    await expect(play('missing', (actions) => refusal(actions.get(EXAMPLE_ID)))).resolves.toMatchObject({
      status: 404,
      body: { message: 'That action does not exist.' },
    });
  });

  it('wrote the pact that is committed', async () => {
    const { now, committed } = await pact.written();

    expect(now).toBe(committed);
  });
});
