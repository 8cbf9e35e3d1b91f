import process from 'node:process';

import { UsageError } from '../../driver/errors.ts';
import { amount } from '../../reports/amount.ts';
import { visibleLine } from '../../reports/visible.ts';
import { loadPacts } from '../pact-sources.ts';
import { replay } from '../pact-stub.ts';
import { stopSignal } from '../stop-signals.ts';

/** What `mock --pact` needs of the flags of `mock`. */
interface Options {
  readonly port: number;
  readonly https?: true;
  readonly rateLimit?: object;
  readonly json: true | undefined;
  readonly states: readonly string[];
}

/** Replays a pact, says where, and stops when a signal asks for it. */
export async function mockPactCommand(source: string, options: Options): Promise<void> {
  const { json, rateLimit, states, port, https } = options;
  if (rateLimit !== undefined) {
    throw new UsageError(
      'NOT_WITH_PACT',
      'a pact is replayed without a rate limit',
      'Leave out --rate-limit.',
    );
  }
  const pacts = await loadPacts(source);
  const [pact] = pacts;
  if (pact === undefined || pacts.length > 1) {
    throw new UsageError(
      'ONE_PACT',
      `${source} holds ${amount(pacts.length, 'pact')}, and one can be replayed`,
    );
  }
  const stopped = stopSignal();
  const stub = await replay(pact, { port, states, ...(https === undefined ? {} : { https }) });
  try {
    const { url, caFile } = stub;
    const facts = { url, pact: pact.source, ...(caFile === undefined ? {} : { caFile }) };
    const lines = [
      `What ${pact.consumer} relies on of ${pact.provider} is replayed at ${url}. Stop it with Ctrl-C.`,
      ...(caFile === undefined ? [] : [`Clients trust it with NODE_EXTRA_CA_CERTS set to ${caFile}.`]),
    ];
    process.stdout.write(
      json ? `${JSON.stringify(facts)}\n` : lines.map((line) => `${visibleLine(line)}\n`).join(''),
    );
    await stopped;
  } finally {
    await stub.close();
  }
}
