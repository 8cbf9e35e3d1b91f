import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

import type { Json } from '../contracts/expectation.ts';
import { childOf, isList, isObject, valueAt, type JsonObject } from '../contracts/pointer.ts';
import { messageOf, UsageError } from '../driver/errors.ts';

/** More than ten times what Auth0 publishes. */
const LONGEST = 32 * 1024 * 1024;
const PATIENCE_MS = 30_000;

/** An operation as an OpenAPI description tells it, with every reference in it resolved. */
export interface DescribedOperation {
  /** Version of OpenAPI, such as `3.1.0`. */
  readonly version: string;
  readonly path: string;
  /** It may hold itself, where a reference is circular. */
  readonly operation: JsonObject;
}

/**
 * Reads the create operation from an OpenAPI description in JSON or YAML.
 *
 * @param source path or URL. Its references may lead to other files beside it, and nowhere else.
 * @throws UsageError when it cannot be read, or describes no such operation.
 */
export async function readDescription(source: string): Promise<DescribedOperation> {
  const isUrl = /^https?:\/\//i.test(source);
  const text = isUrl ? await fetched(source) : await readIn(source);
  const document = await parsed(source, text);
  const version = versionOf(source, document);
  const path = pathIn(source, document);
  const cut = cutDown(document, path);
  return { version, path, operation: operationAt(path, await dereferenced(source, cut, isUrl)) };
}

async function readIn(path: string): Promise<string> {
  try {
    const stats = await stat(path);
    if (stats.isFile() && stats.size > LONGEST) throw new Error(`it is longer than ${LONGEST} bytes`);
    return await readFile(path, 'utf-8');
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function fetched(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) throw new Error(`it was answered with ${answer.status}`);
    return await firstBytes(answer.body);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw unreadable(url, cause);
  }
}

/** @throws Error when there are more than anybody publishes. */
async function firstBytes(body: ReadableStream<Uint8Array> | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > LONGEST) throw new Error(`it is longer than ${LONGEST} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf-8');
}

async function parsed(source: string, text: string): Promise<JsonObject> {
  try {
    // JSON is YAML, but its own parser is many times as fast.
    const document: unknown = /^\s*\{/.test(text) ? JSON.parse(text) : (await import('js-yaml')).load(text);
    if (isObject(document)) return document;
  } catch (error) {
    throw unreadable(source, error);
  }
  throw unreadable(source, new Error('it holds no object'));
}

function versionOf(source: string, { openapi, swagger }: JsonObject): string {
  if (typeof openapi === 'string' && /^3\.[01](\.|$)/.test(openapi)) return openapi;
  const found = openapi ?? swagger;
  throw new UsageError(
    'NO_OPENAPI',
    found === undefined
      ? `${source} is no OpenAPI description`
      : `${source} is an OpenAPI description of version ${JSON.stringify(found)}`,
    'Versions 3.0 and 3.1 can be compared.',
  );
}

async function dereferenced(source: string, document: JsonObject, isUrl: boolean): Promise<JsonObject> {
  const outside = isUrl ? referencesIn(document).find((ref) => !ref.startsWith('#')) : undefined;
  if (outside !== undefined)
    throw unreadable(source, new Error(`it points outside of itself, to ${outside}`));
  const { dereference } = await import('@apidevtools/json-schema-ref-parser');
  try {
    const result: unknown = await dereference(isUrl ? source : resolve(source), structuredClone(document), {
      // A description that was fetched from elsewhere must not read files here, nor make this machine ask others.
      resolve: isUrl ? { external: false } : { http: false },
      // Only files that hold schemas are read, however a reference calls them.
      parse: { text: false, binary: false },
    });
    if (isObject(result)) return result;
  } catch (error) {
    throw unreadable(source, error);
  }
  throw unreadable(source, new Error('it holds no object'));
}

/** Every reference in a document, as it is written. */
function referencesIn(value: Json): readonly string[] {
  if (isList(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  const { $ref } = value;
  const own = typeof $ref === 'string' ? [$ref] : [];
  return [...own, ...Object.values(value).flatMap(referencesIn)];
}

const operationAt = (path: string, document: JsonObject): JsonObject => {
  const operation = valueAt(document, childOf(childOf('/paths', path), 'post'));
  return isObject(operation) ? operation : {};
};

function pathIn(source: string, { paths }: JsonObject): string {
  for (const [path, item] of Object.entries(isObject(paths) ? paths : {})) {
    const isThere = isObject(item) && isObject(item['post']);
    if (isThere && /^(?:\/api\/v2)?\/actions\/actions\/?$/.test(path)) return path;
  }
  throw new UsageError(
    'NO_OPERATION',
    `${source} describes no POST /actions/actions`,
    "Give an OpenAPI description of Auth0's Management API, or of a part of it with that operation.",
  );
}

/** A document with the one operation and the components that it leads to: what is wrong elsewhere is no matter. */
function cutDown(document: JsonObject, path: string): JsonObject {
  const operation = operationAt(path, document);
  const reached = new Set<string>();
  let next = referencesIn(operation);
  while (next.length > 0) {
    const heads = next.map((ref) => /^#(\/components\/[^/]+\/[^/]+)/.exec(ref)?.[1] ?? '');
    const fresh = new Set(heads.filter((head) => head !== '' && !reached.has(head)));
    for (const head of fresh) reached.add(head);
    next = [...fresh].flatMap((head) => referencesIn(valueAt(document, head) ?? null));
  }
  const { components } = document;
  const kept = Object.entries(isObject(components) ? components : {}).map(([kind, parts]) => [
    kind,
    Object.fromEntries(
      Object.entries(isObject(parts) ? parts : {}).filter(([name]) =>
        reached.has(childOf(childOf('/components', kind), name)),
      ),
    ),
  ]);
  return {
    ...document,
    paths: { [path]: { post: operation } },
    components: Object.fromEntries(kept) as JsonObject,
  };
}

function unreadable(source: string, error: unknown): UsageError {
  const reason = messageOf(error).split('\n')[0] ?? '';
  return new UsageError(
    'UNREADABLE',
    `${source} cannot be read: ${reason.replace(/[.:]$/, '')}`,
    'Give a file or a URL that holds an OpenAPI description in JSON or YAML.',
    { cause: error },
  );
}
