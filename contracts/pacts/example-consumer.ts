import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { MatchersV3, PactV4 } from '@pact-foundation/pact';

import {
  interactions,
  titleOf,
  type ExampleInteraction,
  type InteractionName,
} from './example-interactions.ts';

/** The token that a consumer sends in its own tests. No tenant gave it: a verification puts a real one in its place. */
export const EXAMPLE_TOKEN = 'an-example-and-no-token';

const PROVIDER = 'auth0-actions';

/** Pact reports on its use by default; a test speaks to nobody. */
process.env['PACT_DO_NOT_TRACK'] = 'true';

/** A consumer under test: what it does is played against Pact's mock server, and written into a pact. */
export interface ConsumerPact {
  /** Has a client play one interaction, and gives what that came to. */
  play<Result>(name: InteractionName, client: (url: string) => Promise<Result>): Promise<Result>;
  /**
   * The pact as Pact wrote it, and the one that lies beside this file. With `UPDATE_PACTS` set, the new one takes the
   * place of the old.
   */
  written(): Promise<{ readonly now: string; readonly committed: string }>;
  remove(): Promise<void>;
}

/** Starts an empty pact of this consumer, in a folder of its own. */
export async function consumerPact(consumer: string): Promise<ConsumerPact> {
  const dir = await mkdtemp(join(tmpdir(), 'consumer-pact-'));
  const pact = new PactV4({ consumer, provider: PROVIDER, dir, host: '127.0.0.1', logLevel: 'error' });
  return {
    async play(name, client) {
      const results: Awaited<ReturnType<typeof client>>[] = [];
      await described(pact, interactions[name]).executeTest(async ({ url }) => {
        results.push(await client(url));
      });
      const [result] = results;
      if (result === undefined) throw new Error(`the client gave nothing for ${name}`);
      return result;
    },
    async written() {
      const file = `${consumer}-${PROVIDER}.json`;
      const committed = join(import.meta.dirname, file);
      if (process.env['UPDATE_PACTS']) await copyFile(join(dir, file), committed);
      return { now: await readFile(join(dir, file), 'utf-8'), committed: await readFile(committed, 'utf-8') };
    },
    remove: () => rm(dir, { recursive: true }),
  };
}

function described(
  pact: PactV4,
  { description, states, requirements, request, response }: ExampleInteraction,
) {
  const interaction = pact.addInteraction();
  for (const { name, parameters } of states) {
    if (parameters === undefined) interaction.given(name);
    else interaction.given(name, parameters);
  }
  interaction.uponReceiving(description);
  for (const id of requirements) interaction.reference('actions-conformance', id, titleOf(id));
  return interaction
    .withRequest(request.method, request.path, (builder) => {
      if (request.authorized) {
        builder.headers({ authorization: MatchersV3.regex('^Bearer .+$', `Bearer ${EXAMPLE_TOKEN}`) });
      }
      if (request.body !== undefined) builder.jsonBody(request.body);
    })
    .willRespondWith(response.status, (builder) => {
      if (response.body !== undefined) {
        builder.headers({
          // Pact adds one in just this spelling where there is none.
          'Content-Type': MatchersV3.regex('^application/json(;.*)?$', 'application/json; charset=utf-8'),
        });
        builder.jsonBody(response.body);
      }
    });
}
