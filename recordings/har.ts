import { basename } from 'node:path';

import type { Headers, SentRequest, Trouble } from '../driver/exchange.ts';
import { answerWith, fromBase64, fromHex, requestText, type Content } from './content.ts';
import { field, headersOf, momentOf, numberOf, textOf } from './fields.ts';
import type { Entry, Format, ReadBeside, RecordedPair } from './recorded.ts';

/** HTTP Archive 1.2, of browsers, proxies, Playwright and Polly.js. */
export const har: Format = {
  name: 'HAR',
  recognises: (entry) =>
    textOf(field(field(entry, 'request'), 'url')) !== undefined &&
    Array.isArray(field(field(entry, 'request'), 'headers')),
  read: readEntry,
};

function readEntry(entry: Entry, beside: ReadBeside): RecordedPair {
  const response = field(entry, 'response');
  const startedAt = momentOf(field(entry, 'startedDateTime'));
  const durationMs = numberOf(field(entry, 'time'));
  const { request, lacksBody } = readRequest(field(entry, 'request'), beside);
  const common = {
    request,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(durationMs === undefined || durationMs < 0 ? {} : { durationMs }),
  };
  const lacks = lacksBody ? (['request-body'] as const) : [];
  const status = numberOf(field(response, 'status')) ?? 0;
  // Browsers write 0 where no answer came.
  if (status < 100) return { ...common, trouble: troubleOf(response), lacks };
  const headers = headersOf(field(response, 'headers'));
  const read = answerWith(status, headers, contentOf(field(response, 'content'), beside));
  return { ...common, answer: read.answer, lacks: [...lacks, ...read.lacks] };
}

function readRequest(
  request: unknown,
  beside: ReadBeside,
): { readonly request: SentRequest; readonly lacksBody: boolean } {
  const headers = headersOf(field(request, 'headers'));
  const postData = field(request, 'postData');
  const body = requestText(postedContent(postData, headers, beside), headers);
  const size = numberOf(field(request, 'bodySize')) ?? 0;
  return {
    request: {
      method: (textOf(field(request, 'method')) ?? 'GET').toUpperCase(),
      url: textOf(field(request, 'url')) ?? '',
      headers,
      ...(body === undefined ? {} : { body }),
    },
    lacksBody: body === undefined && (size > 0 || postData !== undefined),
  };
}

function postedContent(postData: unknown, headers: Headers, beside: ReadBeside): Content {
  const attached = attachment(postData, beside);
  if (attached !== undefined) return attached;
  const text = textOf(field(postData, 'text'));
  if (text === undefined) return undefined;
  return field(postData, 'encoding') === 'base64' || field(postData, '_encoding') === 'base64'
    ? fromBase64(text)
    : (chunksOf(text, headers) ?? text);
}

function contentOf(content: unknown, beside: ReadBeside): Content {
  const attached = attachment(content, beside);
  if (attached !== undefined) return attached;
  const text = textOf(field(content, 'text'));
  // Browsers drop bodies of pages that were left, and many exports are made without any.
  if (text === undefined) return undefined;
  const encoding = textOf(field(content, 'encoding'));
  const isHex = field(content, '_isBinary') === true || encoding === 'hex';
  const pieces = pieceBytes(text, isHex ? 'hex' : 'base64');
  if ((isHex || encoding === 'base64') && pieces !== undefined) return pieces;
  if (isHex) return fromHex(text) ?? text;
  return encoding === 'base64' ? fromBase64(text) : text;
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
function attachment(content: unknown, beside: ReadBeside): Uint8Array | undefined {
  const name = textOf(field(content, '_file'));
  return name === undefined || name !== basename(name) ? undefined : beside(name);
}

const troubleOf = (response: unknown): Trouble => ({
  kind: 'broken-off',
  message: `no answer was recorded: ${textOf(field(response, '_error')) ?? textOf(field(response, '_failureText')) ?? 'the request was broken off'}`,
});
