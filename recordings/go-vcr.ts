import { field, fieldsOf, headersOf, listOf, momentOf, numberOf, textOf } from './fields.ts';
import { goDurationMs } from './go-duration.ts';
import { UNTOLD, type Content } from './kept-body.ts';
import { pairOf } from './pair-of.ts';
import type { Entry, Format, RecordedPair, Unreadable } from './recorded.ts';

/** Cassettes of go-vcr, v1 to v4: `request.url`, headers as a map of lists, the status in `response.code`. */
export const goVcr: Format = {
  name: 'go-vcr',
  recognises: (entry) => {
    const [request, response] = [fieldsOf(field(entry, 'request')), fieldsOf(field(entry, 'response'))];
    return (
      textOf(field(request, 'url')) !== undefined &&
      Object.hasOwn(request, 'method') &&
      // Of the many fields that Go writes, the ones that no other format has.
      (['form', 'proto', 'remote_addr', 'request_uri'].some((name) => Object.hasOwn(request, name)) ||
        ['code', 'duration', 'proto', 'uncompressed'].some((name) => Object.hasOwn(response, name)))
    );
  },
  read: readEntry,
};

function readEntry(entry: Entry): RecordedPair | Unreadable {
  const [request, response] = [field(entry, 'request'), field(entry, 'response')];
  const headers = headersOf(field(response, 'headers'));
  const status = numberOf(field(response, 'code')) ?? numberOf(field(response, 'status'));
  const sent = contentOf(field(request, 'body'));
  return pairOf({
    method: textOf(field(request, 'method')) || 'GET',
    url: textOf(field(request, 'url')) ?? '',
    sent: {
      headers: headersOf(field(request, 'headers')),
      content: sent === '' ? (formOf(request) ?? sent) : sent,
      ...sizeIn(request),
    },
    answered:
      status === undefined
        ? { trouble: 'the cassette has no status' }
        : { status, headers, content: contentOf(field(response, 'body')), ...sizeIn(response) },
    startedAt: momentOf(textOf(headers['date'])),
    durationMs: goDurationMs(field(response, 'duration')),
  });
}

/** -1 is not known. */
function sizeIn(message: unknown): { readonly size?: number } {
  const size = numberOf(field(message, 'content_length')) ?? -1;
  return size >= 0 ? { size } : {};
}

/** Text, bytes (`!!binary`), or JSON that a hook of a test put there as an object. */
function contentOf(value: unknown): Content {
  if (value === undefined || value === null) return UNTOLD;
  if (value instanceof Uint8Array) return value;
  return typeof value === 'object' ? JSON.stringify(value) : (textOf(value) ?? UNTOLD);
}

/** A form-encoded body, which cassettes keep in fields. */
function formOf(request: unknown): string | undefined {
  const form = Object.entries(fieldsOf(field(request, 'form')));
  if (form.length === 0) return undefined;
  const pairs = form.flatMap(([name, values]) =>
    listOf(values).map((value): [string, string] => [name, textOf(value) ?? '']),
  );
  return new URLSearchParams(pairs).toString();
}
