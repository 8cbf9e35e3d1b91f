import type { Headers } from '../driver/exchange.ts';
import { field, headersOf, momentOf, numberOf, textOf } from './fields.ts';
import { UNTOLD, type Content } from './kept-body.ts';
import { pairOf } from './pair-of.ts';
import type { Entry, Format, RecordedPair, Unreadable } from './recorded.ts';
import { fromBase64, fromHex, packedText } from './restore.ts';

/** nock's recorded definitions: a list of calls, each with `scope`, `method` and `path`. */
export const nock: Format = {
  name: 'nock',
  recognises: (entry) =>
    textOf(field(entry, 'scope')) !== undefined &&
    textOf(field(entry, 'path')) !== undefined &&
    ['method', 'response', 'status', 'reply'].some((name) => field(entry, name) !== undefined),
  read: readEntry,
};

function readEntry(entry: Entry): RecordedPair | Unreadable {
  const sentHeaders = headersOf(field(entry, 'reqheaders'));
  const sent = field(entry, 'body');
  const headers = headersOf(field(entry, 'rawHeaders') ?? field(entry, 'headers'));
  // It was called `reply` once.
  const status = numberOf(field(entry, 'status')) ?? numberOf(field(entry, 'reply'));
  const isBinary = field(entry, 'responseIsBinary') === true;
  return pairOf({
    // It answers GET where nothing stands there.
    method: textOf(field(entry, 'method')) ?? 'GET',
    url: `${(textOf(field(entry, 'scope')) ?? '').replace(/\/+$/, '')}${textOf(field(entry, 'path')) ?? ''}`,
    sent: {
      headers: sentHeaders,
      // `*` stands for whatever was sent.
      content: sent === '*' || sent === undefined ? UNTOLD : contentOf(sent, sentHeaders, false),
    },
    answered:
      status === undefined
        ? { trouble: 'the definition has no status' }
        : { status, headers, content: contentOf(field(entry, 'response'), headers, isBinary) },
    startedAt: momentOf(textOf(headers['date'])),
  });
}

/** nock parses JSON, keeps text, and writes bytes that it could not decode as hexadecimal, whole or in pieces. */
function contentOf(value: unknown, headers: Headers, isBinary: boolean): Content {
  if (value === undefined || value === null || value === '') return '';
  const isPacked = isBinary || headers['content-encoding'] !== undefined;
  if (typeof value === 'string') return (isPacked ? bytesOf(value) : undefined) ?? value;
  if (Array.isArray(value) && value.length > 0 && value.every((piece) => typeof piece === 'string')) {
    const pieces = value.map(bytesOf);
    const bytes = pieces.every((piece) => piece !== undefined) ? Buffer.concat(pieces) : undefined;
    // Recordings often lose `content-encoding` with the other headers: what unpacks was packed.
    if (bytes !== undefined && (isPacked || packedText(bytes.toString('hex'), headers) !== undefined))
      return bytes;
  }
  return JSON.stringify(value);
}

const bytesOf = (piece: string): Uint8Array | undefined => fromHex(piece) ?? fromBase64(piece);
