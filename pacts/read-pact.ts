import type { Json } from '../contracts/expectation.ts';
import { isObject, type JsonObject } from '../contracts/pointer.ts';
import { UsageError } from '../driver/errors.ts';
import type { Interaction, Pact, ProviderState, Values } from './pact.ts';
import { namedBy, readBody, readHeaders, readQuery, textOf } from './read-parts.ts';
import { withoutRubyMatchers } from './ruby-matchers.ts';

/** The versions of Pact's specification that can be read; the first did not always say so. */
const VERSIONS = new Set([1, 2, 3, 4]);
const FIRST = '1.0.0';

/** The group under which an interaction's references name requirements of this suite. */
const REFERENCES = 'actions-conformance';

/**
 * Reads a pact file.
 *
 * @param source the file or URL, for messages.
 * @throws UsageError when it is no pact, or of a version that is not known.
 */
export function readPact(text: string, source: string): Pact {
  const pact = parse(text, source);
  const refuse = (what: string): UsageError => new UsageError('BAD_PACT', `${source} is no pact: ${what}`);
  if (!isObject(pact)) throw refuse('it is no JSON object');
  const consumer = namedBy(pact['consumer']);
  const provider = namedBy(pact['provider']);
  if (consumer === undefined || provider === undefined) throw refuse('it names no consumer or no provider');
  const version = versionOf(pact['metadata']);
  if (!VERSIONS.has(Number.parseInt(version, 10))) {
    throw new UsageError(
      'UNKNOWN_PACT_VERSION',
      `${source} is of the unknown version ${version} of Pact's specification`,
      'Versions 1 to 4 can be read.',
    );
  }
  const interactions = pact['interactions'] ?? [];
  const messages = pact['messages'] ?? [];
  if (!Array.isArray(interactions) || !Array.isArray(messages)) throw refuse('its interactions are no list');
  const all = (interactions as readonly Json[]).map(withoutRubyMatchers).map((each, index) => {
    if (!isObject(each)) throw refuse(`interaction ${index + 1} is no object`);
    return isOverHttp(each) ? readInteraction(each, index, refuse) : undefined;
  });
  const overHttp = all.filter((each) => each !== undefined);
  return {
    source,
    consumer,
    provider,
    interactions: overHttp,
    messages: all.length - overHttp.length + messages.length,
    document: pact,
  };
}

function parse(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError('BAD_PACT', `${source} is no pact: it is not JSON (${error.message})`);
  }
}

function versionOf(metadata: unknown): string {
  if (!isObject(metadata)) return FIRST;
  const { pactSpecification, pactSpecificationVersion } = metadata;
  // The ways in which implementations of version 2 wrote it.
  const written = pactSpecification ?? metadata['pact-specification'] ?? pactSpecificationVersion;
  const version = isObject(written) ? written['version'] : written;
  return version === undefined ? FIRST : typeof version === 'string' ? version : JSON.stringify(version);
}

const isOverHttp = ({ type = 'Synchronous/HTTP' }: JsonObject): boolean => type === 'Synchronous/HTTP';

function readInteraction(
  interaction: JsonObject,
  index: number,
  refuse: (what: string) => UsageError,
): Interaction {
  const { response } = interaction;
  const request = isObject(interaction['request']) ? withoutQueryInPath(interaction['request']) : undefined;
  const description = textOf(interaction['description']) ?? `interaction ${index + 1}`;
  if (request === undefined || !isObject(response))
    throw refuse(`“${description}” has no request or no response`);
  const method = textOf(request['method']);
  const path = textOf(request['path']);
  const { status = 200 } = response;
  if (method === undefined || path === undefined) throw refuse(`“${description}” has no method or no path`);
  if (typeof status !== 'number') throw refuse(`“${description}” has a status that is no number`);
  return {
    description,
    states: readStates(interaction),
    requirements: readRequirements(interaction['comments']),
    request: {
      method: method.toUpperCase(),
      path,
      query: readQuery(request['query']),
      headers: readHeaders(request['headers']),
      ...bodyIn(request),
    },
    response: { status, headers: readHeaders(response['headers']), ...bodyIn(response) },
    raw: { ...interaction, request },
  };
}

/** Some consumers write the query behind the path, where Pact has a place of its own for it. */
function withoutQueryInPath(request: JsonObject): JsonObject {
  const { path, query } = request;
  const mark = typeof path === 'string' ? path.indexOf('?') : -1;
  if (typeof path !== 'string' || mark < 0) return request;
  const within = path.slice(mark + 1);
  return {
    ...request,
    path: path.slice(0, mark),
    query: isObject(query)
      ? { ...readQuery(within), ...query }
      : [within, textOf(query) ?? ''].filter((each) => each !== '').join('&'),
  };
}

function bodyIn(part: JsonObject): { readonly body?: Json } {
  const headers: Values = readHeaders(part['headers']);
  const body = readBody(part['body'], headers);
  return body === undefined ? {} : { body };
}

function readStates(interaction: JsonObject): readonly ProviderState[] {
  const { providerStates } = interaction;
  // Versions 1 and 2 have one state without parameters, under one of two names.
  const only = interaction['providerState'] ?? interaction['provider_state'];
  if (typeof only === 'string') return [{ name: only, parameters: {} }];
  if (!Array.isArray(providerStates)) return [];
  return (providerStates as readonly Json[]).filter(isObject).flatMap((state) => {
    const name = textOf(state['name']);
    const { params } = state;
    return name === undefined ? [] : [{ name, parameters: isObject(params) ? params : {} }];
  });
}

function readRequirements(comments: unknown): readonly string[] {
  const references = isObject(comments) ? comments['references'] : undefined;
  const ours = isObject(references) ? references[REFERENCES] : undefined;
  return isObject(ours) ? Object.keys(ours) : [];
}
