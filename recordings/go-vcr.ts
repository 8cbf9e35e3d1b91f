import { answerWith, requestText, type Content } from './content.ts';
import { goDurationMs } from './go-duration.ts';
import { field, fieldsOf, headersOf, listOf, momentOf, numberOf, textOf } from './fields.ts';
import type { Entry, Format, RecordedPair } from './recorded.ts';

/** Cassettes of go-vcr, v1 to v4: `request.url`, headers as a map of lists, the status in `response.code`. */
export const goVcr: Format = {
  name: 'go-vcr',
  recognises: (entry) =>
    textOf(field(field(entry, 'request'), 'url')) !== undefined &&
    !Array.isArray(field(field(entry, 'request'), 'headers')),
  read: readEntry,
};

function readEntry(entry: Entry): RecordedPair {
  const request = field(entry, 'request');
  const response = field(entry, 'response');
  const requestHeaders = headersOf(field(request, 'headers'));
  const body = requestText(contentOf(field(request, 'body')), requestHeaders) ?? formOf(request);
  const headers = headersOf(field(response, 'headers'));
  const status = numberOf(field(response, 'code')) ?? statusOf(response);
  const common = {
    request: {
      method: (textOf(field(request, 'method')) || 'GET').toUpperCase(),
      url: textOf(field(request, 'url')) ?? '',
      headers: requestHeaders,
      ...(body === undefined ? {} : { body }),
    },
  };
  const length = numberOf(field(request, 'content_length')) ?? 0;
  const requestLacks = body === undefined && length > 0 ? (['request-body'] as const) : [];
  if (status === undefined) {
    const trouble = { kind: 'broken-off', message: 'no answer was recorded' } as const;
    return { ...common, trouble, lacks: requestLacks };
  }
  const read = answerWith(status, headers, contentOf(field(response, 'body')));
  const startedAt = momentOf(textOf(headers['date']));
  const durationMs = goDurationMs(field(response, 'duration'));
  return {
    ...common,
    answer: read.answer,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(durationMs === undefined ? {} : { durationMs }),
    lacks: [...requestLacks, ...read.lacks],
  };
}

/** Text, bytes (`!!binary`), or JSON that a hook of a test put there as an object. */
function contentOf(value: unknown): Content {
  if (value === undefined || value === null) return '';
  if (value instanceof Uint8Array) return value;
  return typeof value === 'object' ? JSON.stringify(value) : textOf(value);
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

/** `status` is `201 Created` or, in some hand-made cassettes, `{ code, message }`. */
const statusOf = (response: unknown): number | undefined =>
  numberOf(field(response, 'status')) ?? numberOf(field(field(response, 'status'), 'code'));
