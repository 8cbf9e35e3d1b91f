import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

import { isObject } from '../contracts/pointer.ts';
import { TargetError, UsageError } from '../driver/errors.ts';
import type { Answer, SentRequest, Trouble } from '../driver/exchange.ts';
import { isAnswer, Transport } from '../driver/transport.ts';
import type { Pact } from './pact.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { toolEnvironment, toolPath } from './tool.ts';

/** A provider that answers the interactions of a pact and nothing else. */
export interface Stub {
  /** Answers a request whose URL is a path: as the pact says, or with 500 and how it differs from all interactions. */
  answer(request: SentRequest): Promise<Answer | Trouble>;
  close(): Promise<void>;
}

/** How long Pact's server may take to start, in milliseconds. */
const START_MS = 20_000;

/**
 * Starts Pact's own mock server for a pact, on the loopback address.
 *
 * @param states of which each interaction must need one, or none at all; every interaction when there are none.
 * @throws UsageError where no interaction is left or the server does not take the pact, TargetError where it does not start.
 */
export async function startStub(pact: Pact, states: readonly string[]): Promise<Stub> {
  const interactions = pact.interactions.filter(
    (each) =>
      states.length === 0 ||
      each.states.length === 0 ||
      each.states.some(({ name }) => states.includes(name)),
  );
  if (interactions.length === 0) {
    throw new UsageError(
      'NO_INTERACTIONS',
      `${pact.source} has no interaction to answer${states.length === 0 ? '' : ' in this state'}`,
    );
  }
  const dir = await makeTemporaryFolder('pact-stub-');
  const child = spawn(
    toolPath(),
    [
      'mock',
      'start',
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--loglevel',
      'info',
      '--no-term-log',
      '--no-file-log',
      '--output',
      dir,
    ],
    { env: toolEnvironment(), stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const transport = new Transport();
  const ended = once(child, 'close');
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    await transport.close();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    const master = `http://127.0.0.1:${await portOf(child.stdout)}`;
    const document = { ...pact.document, interactions: interactions.map(({ raw }) => raw) };
    const made = await transport.send({
      method: 'POST',
      url: master,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(document),
    });
    const base = `http://127.0.0.1:${mockPortIn(made, pact.source)}`;
    return {
      answer: (request) => transport.send({ ...request, url: `${base}${request.url}` }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The port that the server tells on its first lines. What it logs later names requests, and is thrown away. */
async function portOf(output: Readable): Promise<string> {
  const lines = createInterface({ input: output });
  const timer = setTimeout(() => lines.close(), START_MS);
  try {
    for await (const line of lines) {
      const [, port] = /Master server started on port (\d+)/.exec(line) ?? [];
      if (port !== undefined) return port;
    }
    throw new TargetError('NO_STUB', "Pact's mock server did not start");
  } finally {
    clearTimeout(timer);
    output.resume();
  }
}

function mockPortIn(outcome: Answer | Trouble, source: string): number {
  const body: unknown = isAnswer(outcome) && outcome.status === 200 ? JSON.parse(outcome.text) : undefined;
  const server = isObject(body) ? body['mockServer'] : undefined;
  const port = isObject(server) ? server['port'] : undefined;
  if (typeof port === 'number') return port;
  const told = isAnswer(outcome) ? outcome.text : outcome.message;
  throw new UsageError('BAD_PACT', `${source} cannot be replayed: ${told.slice(0, 200)}`);
}
