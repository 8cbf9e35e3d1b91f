import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { readRecording, type Extent, type Reading, type Source } from './read-recording.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'recordings');

/** One short life of an action, with a request to another part of the API in between, in each format. */
export const RECORDINGS = [
  ['browser.har', 'HAR'],
  ['proxy.har', 'HAR'],
  ['playwright.har', 'HAR'],
  ['polly/recording.har', 'HAR'],
  ['nock.json', 'nock'],
  ['go-vcr-v1.yaml', 'go-vcr'],
  ['go-vcr-v2.yaml', 'go-vcr'],
  ['go-vcr-windows.yaml', 'go-vcr'],
  ['vcr.yml', 'VCR'],
  ['exvcr.json', 'VCR'],
  ['charles.chlsj', 'Charles'],
  ['postman.json', 'Postman'],
  ['wiremock.json', 'WireMock'],
] as const;

/** A recording among the fixtures. */
export function fixture(name: string): Source {
  const path = join(FOLDER, name);
  return sourceOf(readFileSync(path), (beside) => readFileSync(join(dirname(path), beside)));
}

/** Bytes as a recording, in pieces of a length. */
export function sourceOf(
  content: string | Uint8Array,
  beside: Source['beside'] = () => undefined,
  pieceLength = 1000,
): Source {
  const bytes = Buffer.from(content);
  return {
    size: bytes.length,
    beside,
    *chunks() {
      for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
    },
  };
}

/** Everything that is read from a recording. */
export function readAll(source: Source): { readonly readings: readonly Reading[]; readonly extent: Extent } {
  const readings: Reading[] = [];
  const steps = readRecording(source);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { readings, extent: step.value };
    readings.push(step.value);
  }
}
