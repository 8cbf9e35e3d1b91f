import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { UnusualBytes } from '../contracts/exercise.ts';
import type { JsonObject } from '../contracts/pointer.ts';
import { plannedRequest } from './arbitraries/planned-request.ts';
import { UNUSUAL_BYTES } from './unusual-bytes.ts';

const SEED = 20_261_122;

/** The bytes of a body that is no plain JSON. */
function bytesOf(variant: UnusualBytes, valid: JsonObject): Buffer {
  const { body } = UNUSUAL_BYTES[variant](valid).change;
  if (body?.kind !== 'text') throw new Error('unusual bytes are written as text');
  return Buffer.from(body.text, body.encoding);
}

const strictly = (bytes: Buffer, encoding = 'utf-8'): string =>
  new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);

const bodies = fc.sample(plannedRequest(), { seed: SEED, numRuns: 500 });

describe(`unusual bytes of 500 bodies drawn with seed ${SEED}`, () => {
  it.each(bodies.slice(0, 1))('have a name to begin with', ({ name }) => {
    expect(name).toMatch(/^<<name>>/);
  });

  it('begin with a byte order mark, and go on as the valid body', () => {
    for (const body of bodies) {
      const bytes = bytesOf('byte-order-mark', body);
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(strictly(bytes.subarray(3))).toBe(JSON.stringify(body));
    }
  });

  it('have two names, and are valid for whoever takes the last', () => {
    for (const body of bodies) {
      const text = strictly(bytesOf('duplicate-key', body));
      expect(text.startsWith('{"name":"<<name>> first","name":"<<name>>')).toBe(true);
      expect(JSON.parse(text)).toEqual(body);
    }
  });

  it('are not UTF-8 in one byte alone', () => {
    for (const body of bodies) {
      const bytes = bytesOf('not-utf8', body);
      expect(() => strictly(bytes)).toThrow(TypeError);
      const mended = Buffer.from(bytes.filter((byte) => byte !== 0xff));
      expect([bytes.length - mended.length, strictly(mended)]).toEqual([1, JSON.stringify(body)]);
    }
  });

  it('are the valid body in UTF-16, and no JSON in UTF-8', () => {
    for (const body of bodies) {
      const bytes = bytesOf('other-charset', body);
      expect(strictly(bytes, 'utf-16le')).toBe(JSON.stringify(body));
      expect(() => JSON.parse(bytes.toString('utf-8')) as unknown).toThrow(SyntaxError);
    }
  });
});
