import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ActionsClient } from '../../driver/client.ts';
import { ApiError } from '../../driver/errors.ts';
import { Transport } from '../../driver/transport.ts';
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

describe("the suite's own client", () => {
  const transport = new Transport();
  let pact: ConsumerPact;
  beforeAll(async () => {
    pact = await consumerPact('actions-conformance');
  });
  afterAll(async () => {
    await transport.close();
    await pact.remove();
  });

  const play = <Result>(
    name: InteractionName,
    use: (client: ActionsClient) => Promise<Result>,
    token: { readonly token?: string } = { token: EXAMPLE_TOKEN },
  ): Promise<Result> =>
    pact.play(name, (base) =>
      use(new ActionsClient({ base, ...token, send: (request) => transport.send(request) })),
    );
  const refusal = (use: Promise<unknown>): Promise<unknown> =>
    use.then(
      () => 'no refusal',
      (error: unknown) => (error instanceof ApiError ? [error.status, error.message] : error),
    );

  it.each([
    ['required', REQUIRED],
    ['everything', EVERYTHING],
    ['deployed', DEPLOYED],
  ] as const)('creates an action: %s', async (name, body) => {
    const action = await play(name, (client) => client.create(body));

    expect(action).toMatchObject({
      id: EXAMPLE_ID,
      name: EXAMPLE_NAME,
      status: 'pending',
      supported_triggers: [{ id: 'post-login' }],
    });
    expect(Date.parse(action.created_at ?? '')).toBe(Date.UTC(2021, 0, 1));
  });

  it('is told what is wrong with a body', async () => {
    const { supported_triggers, code } = USUAL;
    // What a program without types may do.
    const nameless = { supported_triggers, code } as typeof USUAL;

    await expect(play('invalid', (client) => refusal(client.create(nameless)))).resolves.toEqual([
      400,
      "Payload validation error: 'Missing required property: name'.",
    ]);
  });

  it('is told that a token is missing', async () => {
    await expect(play('unauthenticated', (client) => refusal(client.create(USUAL)), {})).resolves.toEqual([
      401,
      'Missing authentication',
    ]);
  });

  it.each([
    ['unscoped', 403, 'Insufficient scope, expected any of: create:actions'],
    ['limited', 429, 'Global limit has been reached'],
  ] as const)('is told why it may not create: %s', async (name, status, message) => {
    await expect(play(name, (client) => refusal(client.create(USUAL)))).resolves.toEqual([status, message]);
  });

  it('reads an action', async () => {
    await expect(play('read', (client) => client.read(EXAMPLE_ID))).resolves.toMatchObject({
      id: EXAMPLE_ID,
      status: 'built',
    });
  });

  it('deploys an action', async () => {
    await expect(play('deploy', (client) => client.deploy(EXAMPLE_ID))).resolves.toMatchObject({ number: 1 });
  });

  it('deletes an action', async () => {
    await expect(play('delete', (client) => client.delete(EXAMPLE_ID).then(() => 'gone'))).resolves.toBe(
      'gone',
    );
  });

  it('is told that an action does not exist', async () => {
    await expect(play('missing', (client) => refusal(client.read(EXAMPLE_ID)))).resolves.toEqual([
      404,
      'That action does not exist.',
    ]);
  });

  it('wrote the pact that is committed', async () => {
    const { now, committed } = await pact.written();

    expect(now).toBe(committed);
  });
});
