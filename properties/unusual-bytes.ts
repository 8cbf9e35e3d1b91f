import type { UnusualBytes } from '../contracts/exercise.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import type { JsonObject } from '../contracts/pointer.ts';
import type { PlannedRequest } from './case.ts';

/** What changes in a request, and how that is called. */
export interface WireChange {
  readonly title: string;
  readonly change: Partial<PlannedRequest>;
}

/** A valid body, whose name begins with its placeholder, in bytes that no document says anything about. */
export const UNUSUAL_BYTES: Readonly<Record<UnusualBytes, (valid: JsonObject) => WireChange>> = {
  'byte-order-mark': (valid) => ({
    title: 'a valid body behind a byte order mark',
    change: { body: { kind: 'text', text: `\ufeff${JSON.stringify(valid)}` } },
  }),
  'duplicate-key': (valid) => ({
    title: 'a body with two names, the second of which makes it valid',
    change: {
      body: {
        kind: 'text',
        text: `{"name":"${PLACEHOLDERS.name} first",${JSON.stringify(valid).slice(1)}`,
      },
    },
  }),
  'not-utf8': (valid) => ({
    title: 'a valid body but for a byte in its name that is not UTF-8',
    change: {
      body: {
        kind: 'text',
        // No UTF-8 has the byte FF in it.
        text: Buffer.from(JSON.stringify(valid))
          .toString('latin1')
          .replace(PLACEHOLDERS.name, `${PLACEHOLDERS.name}\u00ff`),
        encoding: 'latin1',
      },
    },
  }),
  'other-charset': (valid) => ({
    title: 'a valid body in UTF-16, declared so',
    change: {
      contentType: 'application/json; charset=utf-16le',
      body: { kind: 'text', text: JSON.stringify(valid), encoding: 'utf16le' },
    },
  }),
};
