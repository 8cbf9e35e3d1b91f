import type { Headers } from '../driver/exchange.ts';
import { answerWith, fromBase64, fromHex, requestText, type Content } from './content.ts';
import { field, headersOf, momentOf, numberOf, textOf } from './fields.ts';
import type { Entry, Format, RecordedPair } from './recorded.ts';

/** nock's recorded definitions: a list of calls, each with `scope`, `method` and `path`. */
export const nock: Format = {
  name: 'nock',
  recognises: (entry) =>
    textOf(field(entry, 'scope')) !== undefined && textOf(field(entry, 'path')) !== undefined,
  read: readEntry,
};

function readEntry(entry: Entry): RecordedPair {
  const requestHeaders = headersOf(field(entry, 'reqheaders'));
  const sent = field(entry, 'body');
  const body = requestText(contentOf(sent, requestHeaders, false), requestHeaders);
  const status = numberOf(field(entry, 'status')) ?? 200;
  const raw = field(entry, 'rawHeaders') ?? field(entry, 'headers');
  const headers = headersOf(raw);
  const isBinary = field(entry, 'responseIsBinary') === true;
  const read = answerWith(status, headers, contentOf(field(entry, 'response'), headers, isBinary));
  const date = momentOf(textOf(headers['date']));
  return {
    request: {
      method: (textOf(field(entry, 'method')) ?? 'GET').toUpperCase(),
      url: `${(textOf(field(entry, 'scope')) ?? '').replace(/\/+$/, '')}${textOf(field(entry, 'path')) ?? ''}`,
      headers: requestHeaders,
      ...(body === undefined ? {} : { body }),
    },
    answer: read.answer,
    ...(date === undefined ? {} : { startedAt: date }),
    // `*` stands for whatever was sent.
    lacks: [...(sent === '*' || sent === undefined ? (['request-body'] as const) : []), ...read.lacks],
  };
}

/** nock parses JSON, keeps text, and writes bytes that it could not decode as hexadecimal, whole or in pieces. */
function contentOf(value: unknown, headers: Headers, isBinary: boolean): Content {
  if (value === undefined || value === null || value === '') return '';
  const isPacked = isBinary || headers['content-encoding'] !== undefined;
  if (typeof value === 'string') {
    const hex = isPacked ? fromHex(value) : undefined;
    if (hex !== undefined) return hex;
    return isPacked && isBase64(value) ? fromBase64(value) : value;
  }
  if (Array.isArray(value) && value.length > 0 && (isPacked || looksPacked(value))) {
    const pieces = value.map((piece) => (typeof piece === 'string' ? bytesOf(piece) : undefined));
    if (pieces.every((piece) => piece !== undefined)) return Buffer.concat(pieces);
  }
  return JSON.stringify(value);
}

/** Recordings often lose `content-encoding` with the other headers: gzip is known by how it begins. */
const looksPacked = ([first]: readonly unknown[]): boolean =>
  typeof first === 'string' && (/^1f8b08/i.test(first) || first.startsWith('H4sI'));

const bytesOf = (piece: string): Uint8Array | undefined =>
  fromHex(piece) ?? (isBase64(piece) ? fromBase64(piece) : undefined);

const isBase64 = (text: string): boolean => /^[\w+/-]+={0,2}$/.test(text) && text.length % 4 === 0;
