import type { Json } from '../contracts/expectation.ts';
import { isObject } from '../contracts/pointer.ts';
import { jsonIn } from '../contracts/parse-json.ts';
import type { Values } from './pact.ts';

/** A text, or nothing where there is something else. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The `name` of an object that is one. */
export const namedBy = (value: unknown): string | undefined =>
  isObject(value) ? textOf(value['name']) : undefined;

/** Headers by lower-case name. Version 4 lists the values of each, the others write them in one text. */
export function readHeaders(headers: unknown): Values {
  if (!isObject(headers)) return {};
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), textsIn(value)]),
  );
}

/** Query parameters by name. Version 2 has them as they stand in a URL. */
export function readQuery(query: unknown): Values {
  if (isObject(query)) {
    return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, textsIn(value)]));
  }
  const parameters = new URLSearchParams(textOf(query) ?? '');
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
}

function textsIn(value: Json): readonly string[] {
  const values: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return values.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
}

/**
 * A body as JSON, or as text where it is none. Version 4 wraps it, with how it is encoded.
 *
 * @returns `undefined` where there is none, or the pact says nothing about it.
 */
export function readBody(body: Json | undefined, headers: Values): Json | undefined {
  const declared = headers['content-type']?.[0];
  // Consumers write `null` where there is no body: no operation of the API takes it for one.
  if (body === null || body === undefined) return undefined;
  if (!isObject(body) || !('content' in body && ('contentType' in body || 'encoded' in body))) {
    return typeof body === 'string' ? jsonOr(body, declared) : body;
  }
  const { content, contentType, encoded } = body;
  if (content === undefined || content === null) return undefined;
  if (typeof content !== 'string') return content;
  const text = encoded === 'base64' ? Buffer.from(content, 'base64').toString() : content;
  return jsonOr(text, textOf(contentType) ?? declared);
}

/**
 * The JSON that was kept as its text. Of a text that declares no type, an object or a list is JSON: whatever else may be
 * the text that it says.
 */
function jsonOr(text: string, type: string | undefined): Json {
  if (type !== undefined && !/json/i.test(type)) return text;
  const value = jsonIn(text);
  return typeof value === 'object' && value !== null ? value : text;
}
