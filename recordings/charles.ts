import { field, headersOf, momentOf, numberOf, textOf } from './fields.ts';
import { UNTOLD, type Content } from './kept-body.ts';
import { pairOf } from './pair-of.ts';
import type { Entry, Format, RecordedPair, Unreadable } from './recorded.ts';
import { fromBase64 } from './restore.ts';

/** Sessions of Charles as JSON: `scheme`, `host` and `path` beside a request and a response. */
export const charles: Format = {
  name: 'Charles',
  recognises: (entry) =>
    ['scheme', 'host', 'path', 'method'].every((name) => textOf(field(entry, name)) !== undefined) &&
    field(entry, 'response') !== undefined,
  read: readEntry,
};

function readEntry(entry: Entry): RecordedPair | Unreadable {
  const [request, response] = [field(entry, 'request'), field(entry, 'response')];
  const status = numberOf(field(response, 'status'));
  const [host, port, query] = ['host', 'port', 'query'].map((name) => textOf(field(entry, name)));
  const path = `${textOf(field(entry, 'path')) ?? ''}${query === undefined ? '' : `?${query}`}`;
  const durationMs = numberOf(field(field(entry, 'durations'), 'total'));
  return pairOf({
    method: textOf(field(entry, 'method')),
    url: `${textOf(field(entry, 'scheme')) ?? 'https'}://${host ?? ''}${port === undefined ? '' : `:${port}`}${path}`,
    sent: { headers: headersIn(request), content: contentOf(field(request, 'body')), ...sizeIn(request) },
    answered:
      status === undefined
        ? { trouble: textOf(field(entry, 'status')) ?? 'the session has no status' }
        : {
            status,
            headers: headersIn(response),
            content: contentOf(field(response, 'body')),
            ...sizeIn(response),
          },
    startedAt: momentOf(field(field(entry, 'times'), 'start')),
    durationMs,
  });
}

/** The length of a body as it was sent; of a packed one, the text is longer. */
function sizeIn(message: unknown): { readonly size?: number } {
  const size = numberOf(field(field(message, 'sizes'), 'body'));
  return size === undefined ? {} : { size };
}

/** They stand one level deeper than they need to, below the first line of the message. */
const headersIn = (message: unknown) =>
  headersOf(field(field(message, 'header') ?? field(message, 'headers'), 'headers'));

/** `{ text }`, or `{ encoded }` as base64. */
function contentOf(body: unknown): Content {
  const encoded = textOf(field(body, 'encoded'));
  if (encoded !== undefined) return fromBase64(encoded) ?? { notKept: 'what it calls encoded is no base64' };
  return textOf(field(body, 'text')) ?? UNTOLD;
}
