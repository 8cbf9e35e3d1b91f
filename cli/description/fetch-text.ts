import { LONGEST_TEXT, textOf } from '../outside-text.ts';

const PATIENCE_MS = 30_000;

/**
 * Fetches a text, of no more bytes than a file may have.
 *
 * @throws Error when it cannot be had.
 */
export async function fetchText(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) throw new Error(`it was answered with ${answer.status}`);
    return textOf(await firstBytes(answer.body));
  } catch (error) {
    // The library says no more than that it failed; the reason stands behind.
    throw error instanceof Error && error.cause instanceof Error ? error.cause : error;
  }
}

async function firstBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > LONGEST_TEXT) throw new Error(`it is longer than ${LONGEST_TEXT} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
