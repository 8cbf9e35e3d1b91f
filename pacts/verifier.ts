import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Json } from '../contracts/expectation.ts';
import { childOf, isObject, type JsonObject } from '../contracts/pointer.ts';
import { jsonIn } from '../contracts/parse-json.ts';
import { TargetError } from '../driver/errors.ts';
import type { Interaction, Pact } from './pact.ts';
import { marked, startRelay, type Provider } from './relay.ts';
import { textOf } from './read-parts.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { runTool } from './tool.ts';

/** One way in which an answer is not what a consumer relies on. */
interface Mismatch {
  /** JSON Pointer into the answer's body, `header <name>`, or `status`. */
  readonly path: string;
  readonly message: string;
}

/** What Pact's Verifier says of one interaction. */
export interface Verification {
  readonly verified: boolean;
  readonly mismatches: readonly Mismatch[];
}

/** One interaction of one pact, to be verified. */
export interface Part {
  readonly pact: Pact;
  readonly interaction: Interaction;
}

/** Longer than the slowest of targets takes for an interaction with its states, in milliseconds. */
const EACH_MS = 180_000;

/** How long an answer may take to arrive, in milliseconds: a spent rate limit is waited out by the relay. */
const ANSWER_MS = 150_000;

/**
 * Has Pact's Verifier play interactions against a provider, one after the other.
 *
 * @returns what it says of each, by its place among the parts.
 * @throws TargetError where the Verifier cannot be run.
 */
export async function verify(parts: readonly Part[], provider: Provider): Promise<readonly Verification[]> {
  const dir = await makeTemporaryFolder('verification-');
  const relay = await startRelay(provider);
  try {
    const files = await Promise.all(
      documentsOf(parts).map(async (document, index) => {
        const file = join(dir, `${index}.json`);
        await writeFile(file, JSON.stringify(document));
        return file;
      }),
    );
    const results = join(dir, 'results');
    const { code, output } = await runTool(
      [
        'verifier',
        ...files.map((file) => `--file=${file}`),
        `--hostname=127.0.0.1`,
        `--port=${relay.port}`,
        `--state-change-url=${relay.stateUrl}`,
        '--state-change-teardown',
        `--request-timeout=${ANSWER_MS}`,
        `--json=${results}`,
        '--no-colour',
      ],
      { timeoutMs: EACH_MS * parts.length },
    );
    const written = await readFile(results, 'utf-8').catch(() => '');
    return readResults(jsonIn(written) ?? unreadable(code, output), parts.length);
  } finally {
    await relay.close();
    await rm(dir, { recursive: true, force: true });
  }
}

function unreadable(code: number | null, output: string): never {
  throw new TargetError(
    'NO_VERIFICATION',
    `Pact's Verifier ended with ${code ?? 'a signal'} and no result: ${output.trim().split('\n').at(-1) ?? ''}`,
  );
}

/** The parts in their order, in as few documents as that allows: one for each run of parts of one pact. */
function documentsOf(parts: readonly Part[]): readonly JsonObject[] {
  const documents: { readonly pact: Pact; readonly interactions: JsonObject[] }[] = [];
  for (const [number, { pact, interaction }] of parts.entries()) {
    const last = documents.at(-1);
    const document = last?.pact === pact ? last : { pact, interactions: [] };
    if (document !== last) documents.push(document);
    document.interactions.push(marked(interaction.raw, number));
  }
  return documents.map(({ pact, interactions }) => ({ ...pact.document, interactions }));
}

function readResults(results: Json, count: number): readonly Verification[] {
  const errors = isObject(results) ? [...listIn(results['errors']), ...listIn(results['pendingErrors'])] : [];
  const mismatchesOf = new Map(
    errors.map((error) => [numberOf(error['interaction']), mismatchesIn(error['mismatch'])]),
  );
  const verified = new Set(
    (isObject(results) ? listIn(results['interactionResults']) : [])
      .filter(({ result }) => result === 'OK')
      .map(({ description }) => numberOf(description)),
  );
  return Array.from({ length: count }, (_, number) => ({
    verified: verified.has(number),
    mismatches: mismatchesOf.get(number) ?? [],
  }));
}

const listIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];

const numberOf = (name: Json | undefined): number =>
  Number(/#(\d+)$/.exec(textOf(name) ?? '')?.[1] ?? Number.NaN);

function mismatchesIn(mismatch: Json | undefined): readonly Mismatch[] {
  if (!isObject(mismatch)) return [];
  const all = listIn(mismatch['mismatches']).flatMap(mismatchOf);
  // Whatever a refusal lacks of a success is no news.
  const status = all.filter(({ path }) => path === 'status');
  if (status.length > 0) return status;
  return all.toSorted((a, b) => a.path.localeCompare(b.path, 'en'));
}

function mismatchOf({ type, path, key, mismatch, expected, actual }: JsonObject): readonly Mismatch[] {
  const message = textOf(mismatch) ?? `${shown(type)}: expected ${shown(expected)}, was ${shown(actual)}`;
  switch (type) {
    case 'StatusMismatch':
      return [{ path: 'status', message }];
    case 'HeaderMismatch':
      return [{ path: `header ${shown(key)}`, message }];
    case 'BodyMismatch': {
      const at = pointerOf(textOf(path) ?? '$');
      const missing = missingKeys(textOf(expected), textOf(actual));
      return missing.length === 0 || !message.includes('missing')
        ? [{ path: at, message }]
        : missing.map((name) => ({ path: childOf(at, name), message: 'is missing' }));
    }
    default:
      return [{ path: '', message }];
  }
}

const shown = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

/** `$.a[0]['b c']` as `/a/0/b c`. */
function pointerOf(path: string): string {
  const steps = path.matchAll(/\.(?<name>[^.[\]]+)|\[(?<index>\d+)\]|\['(?<quoted>[^']*)'\]/g);
  let pointer = '';
  for (const { groups } of steps) {
    pointer = childOf(pointer, groups?.['name'] ?? groups?.['index'] ?? groups?.['quoted'] ?? '');
  }
  return pointer;
}

/** Which keys an answer lacks, where the Verifier compares lists of keys. */
function missingKeys(expected = '', actual = ''): readonly string[] {
  const [wanted, given] = [keysIn(expected), keysIn(actual)];
  return wanted.filter((key) => !given.includes(key));
}

function keysIn(text: string): readonly string[] {
  try {
    const keys: unknown = JSON.parse(text);
    return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string') : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
