import { field, fieldsOf, headersOf, listOf, numberOf, textOf } from './fields.ts';
import { isJson, UNTOLD, type Content } from './kept-body.ts';
import { pairOf } from './pair-of.ts';
import type { Entry, Format, RecordedPair, Unreadable } from './recorded.ts';

/** Saved answers in collections of Postman: each keeps the request that it answered. */
export const postman: Format = {
  name: 'Postman',
  recognises: (entry) =>
    textOf(field(field(entry, 'originalRequest'), 'method')) !== undefined &&
    numberOf(field(entry, 'code')) !== undefined,
  read: readEntry,
};

function readEntry(entry: Entry): RecordedPair | Unreadable {
  const request = field(entry, 'originalRequest');
  const url = field(request, 'url');
  const body = field(request, 'body');
  const kept = field(entry, 'body');
  return pairOf({
    method: textOf(field(request, 'method')),
    url: textOf(url) ?? textOf(field(url, 'raw')) ?? urlOf(url),
    sent: { headers: headersIn(field(request, 'header')), content: sentContent(body) },
    answered: {
      status: numberOf(field(entry, 'code')) ?? 0,
      headers: headersIn(field(entry, 'header')),
      content: textOf(kept) ?? UNTOLD,
    },
  });
}

/** A list of `{ key, value }`; those that were switched off were not sent. */
const headersIn = (header: unknown) =>
  headersOf(
    listOf(header)
      .filter((each) => field(each, 'disabled') !== true)
      .map((each) => ({ name: textOf(field(each, 'key')) ?? '', value: field(each, 'value') })),
  );

/** An address in its parts, where it does not stand as a whole. */
function urlOf(url: unknown): string {
  const [host, path] = ['host', 'path'].map((name) =>
    listOf(field(url, name)).map((part) => textOf(part) ?? ''),
  );
  return `${textOf(field(url, 'protocol')) ?? 'https'}://${(host ?? []).join('.')}/${(path ?? []).join('/')}`;
}

/** What Postman puts in place before it sends: variables, and comments that it takes out. */
const VARIABLE = /\{\{\$?[\w .-]+\}\}/;
const COMMENT = /^\s*(?:\/\/|\/\*)|[,{[\]}]\s*\/\//m;

function sentContent(body: unknown): Content {
  const mode = textOf(field(body, 'mode'));
  if (field(body, 'disabled') === true) return UNTOLD;
  if (mode === 'raw') return rawContent(textOf(field(body, 'raw')));
  return Object.keys(fieldsOf(body)).length === 0
    ? UNTOLD
    : { notKept: `it was sent as ${mode ?? 'something else'}` };
}

function rawContent(raw: string | undefined): Content {
  if (raw === undefined) return UNTOLD;
  if (VARIABLE.test(raw)) return { notKept: 'it has variables in it' };
  return COMMENT.test(raw) && !isJson(raw) ? { notKept: 'it has comments in it' } : raw;
}
