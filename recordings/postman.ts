import { field, fieldsOf, headersOf, listOf, numberOf, textOf } from './fields.ts';
import { UNTOLD, type Content } from './kept-body.ts';
import { pairOf } from './pair-of.ts';
import type { Entry, Format, RecordedPair } from './recorded.ts';

/** Saved answers in collections of Postman: each keeps the request that it answered. */
export const postman: Format = {
  name: 'Postman',
  recognises: (entry) =>
    textOf(field(field(entry, 'originalRequest'), 'method')) !== undefined &&
    numberOf(field(entry, 'code')) !== undefined,
  read: readEntry,
};

function readEntry(entry: Entry): RecordedPair {
  const request = field(entry, 'originalRequest');
  const url = field(request, 'url');
  const body = field(request, 'body');
  const kept = field(entry, 'body');
  return pairOf({
    method: textOf(field(request, 'method')),
    url: textOf(url) ?? textOf(field(url, 'raw')) ?? '',
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

function sentContent(body: unknown): Content {
  const mode = textOf(field(body, 'mode'));
  if (mode === 'raw') return textOf(field(body, 'raw')) ?? UNTOLD;
  return Object.keys(fieldsOf(body)).length === 0
    ? UNTOLD
    : { notKept: `it was sent as ${mode ?? 'something else'}` };
}
