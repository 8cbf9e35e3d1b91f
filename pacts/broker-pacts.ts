import type { Json } from '../contracts/expectation.ts';
import { isObject, valueAt, type JsonObject } from '../contracts/pointer.ts';
import { succeeded } from '../contracts/http-status.ts';
import { TargetError } from '../driver/errors.ts';
import { isAnswer, type Transport } from '../driver/transport.ts';
import type { BrokerAccess } from './broker.ts';
import type { Pact } from './pact.ts';
import { readPact } from './read-pact.ts';
import { textOf } from './read-parts.ts';

/** The pacts that a provider has to keep: those of its consumers' main branches, and of all that is in use. */
const SELECTORS = [{ mainBranch: true }, { deployedOrReleased: true }];

/** Reads pacts from a broker and tells it what came of them, following its links (HAL). */
export class BrokerPacts {
  private readonly transport: Transport;
  private readonly access: BrokerAccess;

  constructor(transport: Transport, access: BrokerAccess) {
    this.transport = transport;
    this.access = access;
  }

  /**
   * The pacts that a provider has to keep.
   *
   * @throws TargetError where the broker does not give them, UsageError where one cannot be read.
   */
  async forVerification(provider: string): Promise<readonly Pact[]> {
    const index = await this.ask('GET', this.access.base);
    const template = linkIn(index, 'pb:provider-pacts-for-verification');
    if (template === undefined) {
      throw new TargetError(
        'BROKER_UNCLEAR',
        `${this.access.base} links to no pacts for verification`,
        'Check that PACT_BROKER_BASE_URL is that of a Pact Broker.',
      );
    }
    const url = template.replace('{provider}', encodeURIComponent(provider));
    const list = await this.ask('POST', url, { consumerVersionSelectors: SELECTORS });
    const found = valueAt(list, '/_embedded/pacts');
    const links = (Array.isArray(found) ? (found as readonly Json[]) : []).map((each) =>
      linkIn(each, 'self'),
    );
    return await Promise.all(
      links
        .filter((link) => link !== undefined)
        .map(async (link) => readPact(JSON.stringify(await this.ask('GET', link)), link)),
    );
  }

  /**
   * Tells the broker whether a version of the provider keeps a pact.
   *
   * @throws TargetError where the broker does not take it.
   */
  async publishResult(pact: Pact, result: JsonObject): Promise<void> {
    const link = linkIn(pact.document, 'pb:publish-verification-results');
    if (link === undefined) {
      throw new TargetError('BROKER_UNCLEAR', `${pact.source} does not say where its results go`);
    }
    await this.ask('POST', link, result);
  }

  private async ask(method: string, url: string, body?: JsonObject): Promise<Json | undefined> {
    const { base, token } = this.access;
    if (!URL.canParse(url, base) || new URL(url, base).origin !== new URL(base).origin) {
      throw new TargetError('BROKER_UNCLEAR', `${base} links to ${url}, where its token does not go`);
    }
    const answer = await this.transport.send({
      method,
      url: new URL(url, base).href,
      headers: {
        accept: 'application/hal+json, application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!isAnswer(answer)) throw new TargetError('BROKER_FAILED', `${url} gave no answer: ${answer.message}`);
    if (!succeeded(answer.status)) {
      throw new TargetError(
        'BROKER_REFUSED',
        `${url} answered ${answer.status}`,
        answer.status === 401 || answer.status === 403 ? 'Check PACT_BROKER_TOKEN.' : '',
      );
    }
    return parsed(answer.text, url);
  }
}

function linkIn(resource: Json | undefined, name: string): string | undefined {
  const links = isObject(resource) ? resource['_links'] : undefined;
  const link = isObject(links) ? links[name] : undefined;
  return isObject(link) ? textOf(link['href']) : undefined;
}

function parsed(text: string, url: string): Json | undefined {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new TargetError('BROKER_UNCLEAR', `${url} answered something that is not JSON`, '', { cause });
  }
}
