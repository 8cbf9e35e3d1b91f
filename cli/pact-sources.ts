import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { messageOf, UsageError } from '../driver/errors.ts';
import { isAnswer, Transport } from '../driver/transport.ts';
import type { Pact } from '../pacts/pact.ts';
import { readPact } from '../pacts/read-pact.ts';
import { readOutsideText } from './outside-text.ts';
import type { BrokerAccess } from '../pacts/broker.ts';

/** The pacts that come with the suite: those of its own client and of the official one. */
export async function ownPacts(): Promise<readonly Pact[]> {
  const { OWN_PACTS } = await import('../contracts/pacts/own-pacts.ts');
  return Object.entries(OWN_PACTS).map(([file, pact]) => readPact(JSON.stringify(pact), file));
}

/**
 * Reads pacts from a file, from every JSON file of a folder, or from a URL.
 *
 * @param broker whose token goes along to URLs of the broker, and to no other.
 * @throws UsageError when there are none, or one of them cannot be read.
 */
export async function loadPacts(
  source: string,
  broker: Partial<BrokerAccess> = {},
): Promise<readonly Pact[]> {
  if (/^https?:\/\//.test(source)) return [readPact(await download(source, broker), source)];
  const files = await filesIn(source);
  if (files.length === 0)
    throw new UsageError('NO_PACTS', `${source} holds no pact: no file ends in .json or .json.gz`);
  return await Promise.all(
    files.map(async (file) =>
      readPact(await attempt(file, () => Promise.resolve(readOutsideText(file))), file),
    ),
  );
}

async function filesIn(source: string): Promise<readonly string[]> {
  const found = await attempt(source, () => stat(source));
  if (!found.isDirectory()) return [source];
  const names = await attempt(source, () => readdir(source));
  return names
    .filter((name) => /\.json(?:\.gz)?$/.test(name))
    .toSorted()
    .map((name) => join(source, name));
}

async function attempt<Result>(source: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    throw new UsageError('UNREADABLE_PACT', `${source} cannot be read: ${messageOf(error)}`, '', {
      cause: error,
    });
  }
}

async function download(url: string, { base, token }: Partial<BrokerAccess>): Promise<string> {
  if (!URL.canParse(url)) throw new UsageError('UNREADABLE_PACT', `${url} is no URL`);
  const isBrokers = base !== undefined && URL.canParse(base) && new URL(base).origin === new URL(url).origin;
  const transport = new Transport();
  try {
    const answer = await transport.send({
      method: 'GET',
      url,
      headers: {
        accept: 'application/hal+json, application/json',
        ...(isBrokers && token !== undefined ? { authorization: `Bearer ${token}` } : {}),
      },
    });
    if (!isAnswer(answer))
      throw new UsageError('UNREADABLE_PACT', `${url} gave no answer: ${answer.message}`);
    if (answer.status !== 200) {
      throw new UsageError(
        'UNREADABLE_PACT',
        `${url} answered ${answer.status}`,
        answer.status === 401 ? 'Set PACT_BROKER_BASE_URL and PACT_BROKER_TOKEN for a broker.' : '',
      );
    }
    return answer.text.replace(/^\uFEFF/, '');
  } finally {
    await transport.close();
  }
}
