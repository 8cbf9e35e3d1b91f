import { basename } from 'node:path';

import type { Headers } from '../driver/exchange.ts';
import { field, fieldsOf, headersOf, momentOf, numberOf, textOf } from './fields.ts';
import { UNTOLD, type Content } from './kept-body.ts';
import { pairOf } from './pair-of.ts';
import type { Entry, Format, ReadBeside, RecordedPair, Unreadable } from './recorded.ts';
import { fromBase64, fromHex } from './restore.ts';

/** HTTP Archive 1.2, of browsers, proxies, Playwright and Polly.js. Exporters leave out what they like of it. */
export const har: Format = {
  name: 'HAR',
  recognises: (entry) =>
    textOf(field(field(entry, 'request'), 'url')) !== undefined && marksIn(entry) >= FEWEST_MARKS,
  read: readEntry,
};

/** Fields by which HAR differs from other formats that have a `request.url`. */
const MARKS = {
  entry: ['startedDateTime', 'time', 'timings', 'cache', 'pageref'],
  request: ['httpVersion', 'cookies', 'queryString', 'headersSize', 'bodySize', 'postData'],
  response: ['httpVersion', 'cookies', 'content', 'redirectURL', 'headersSize', 'bodySize', 'statusText'],
};
const FEWEST_MARKS = 3;

function marksIn(entry: Entry): number {
  const parts = {
    entry,
    request: fieldsOf(field(entry, 'request')),
    response: fieldsOf(field(entry, 'response')),
  };
  return (['entry', 'request', 'response'] as const).reduce(
    (sum, part) => sum + MARKS[part].filter((name) => Object.hasOwn(parts[part], name)).length,
    0,
  );
}

function readEntry(entry: Entry, beside: ReadBeside): RecordedPair | Unreadable {
  const [request, response] = [field(entry, 'request'), field(entry, 'response')];
  const durationMs = numberOf(field(entry, 'time'));
  const status = numberOf(field(response, 'status')) ?? 0;
  const postData = field(request, 'postData');
  const sentHeaders = withType(headersOf(field(request, 'headers')), postData);
  const content = field(response, 'content');
  return pairOf({
    method: textOf(field(request, 'method')),
    url: textOf(field(request, 'url')) ?? '',
    sent: {
      headers: sentHeaders,
      content: postedContent(postData, sentHeaders, beside),
      ...sizeIn(request, 'bodySize'),
      ...commentIn(postData),
    },
    answered:
      // Browsers write 0 where no answer came.
      status < 100
        ? { trouble: troubleIn(response) }
        : {
            status,
            headers: headersOf(field(response, 'headers')),
            content: contentOf(content, beside),
            // Packed for the wire, a body is shorter, if anything: whichever is larger tells more.
            ...largest(sizeIn(response, 'bodySize'), sizeIn(content, 'size')),
            ...commentIn(content),
          },
    startedAt: momentOf(field(entry, 'startedDateTime')),
    durationMs: durationMs === undefined || durationMs < 0 ? undefined : durationMs,
  });
}

/** HAR writes -1 where it does not know; whatever is no number tells nothing either. */
function sizeIn(part: unknown, name: string): { readonly size?: number } {
  const size = field(part, name);
  return typeof size === 'number' && size >= 0 ? { size } : {};
}

const largest = (...sizes: readonly { readonly size?: number }[]) =>
  sizes.reduce((most, each) => ((each.size ?? -1) > (most.size ?? -1) ? each : most));

function commentIn(part: unknown): { readonly comment?: string } {
  const comment = textOf(field(part, 'comment'));
  return comment === undefined ? {} : { comment };
}

/** What a body was sent as stands twice, and one may be enough. */
function withType(headers: Headers, postData: unknown): Headers {
  const type = textOf(field(postData, 'mimeType'));
  return headers['content-type'] !== undefined || type === undefined
    ? headers
    : { ...headers, 'content-type': type };
}

function postedContent(postData: unknown, headers: Headers, beside: ReadBeside): Content {
  const attached = attachment(postData, beside);
  if (attached !== undefined) return attached;
  const text = textOf(field(postData, 'text'));
  if (text === undefined || text === '') return UNTOLD;
  const isBase64 = field(postData, 'encoding') === 'base64' || field(postData, '_encoding') === 'base64';
  return isBase64 ? (fromBase64(text) ?? text) : (chunksOf(text, headers) ?? text);
}

function contentOf(content: unknown, beside: ReadBeside): Content {
  const attached = attachment(content, beside);
  if (attached !== undefined) return attached;
  const text = textOf(field(content, 'text'));
  // Browsers drop bodies of pages that were left, and many exports are made without any.
  if (text === undefined) return UNTOLD;
  const encoding = textOf(field(content, 'encoding'));
  const isHex = field(content, '_isBinary') === true || encoding === 'hex';
  const pieces = pieceBytes(text, isHex ? 'hex' : 'base64');
  if ((isHex || encoding === 'base64') && pieces !== undefined) return pieces;
  if (isHex) return fromHex(text) ?? text;
  // Some exporters say base64 of what they wrote as it was.
  return encoding === 'base64' ? (fromBase64(text) ?? text) : text;
}

/** Polly writes a body that it could not decode as a JSON list of encoded pieces. */
function pieceBytes(text: string, encoding: 'hex' | 'base64'): Uint8Array | undefined {
  if (!text.startsWith('[')) return undefined;
  const pieces = jsonOf(text);
  if (!Array.isArray(pieces) || !pieces.every((piece) => typeof piece === 'string')) return undefined;
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece, encoding)));
}

/** A request's body in pieces: Polly says nowhere that it is, but its `content-encoding` does. */
const chunksOf = (text: string, headers: Headers): Uint8Array | undefined =>
  headers['content-encoding'] === undefined ? undefined : pieceBytes(text, 'hex');

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Playwright may leave a body in a file beside the archive. A path that leads elsewhere is not followed. */
function attachment(content: unknown, beside: ReadBeside): Content | undefined {
  const name = textOf(field(content, '_file'));
  if (name === undefined) return undefined;
  return (
    (name === basename(name) ? beside(name) : undefined) ?? { notKept: 'the file that holds it is not there' }
  );
}

const troubleIn = (response: unknown): string =>
  textOf(field(response, '_error')) ??
  textOf(field(response, '_failureText')) ??
  'the request was broken off';
