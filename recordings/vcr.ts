import { answerWith, fromBase64, requestText, type Content } from './content.ts';
import { field, headersOf, momentOf, numberOf, textOf } from './fields.ts';
import type { Entry, Format, RecordedPair } from './recorded.ts';

/** Cassettes of VCR (Ruby) and of those that write the same: vcrpy, Betamax, vcr for R. */
export const vcr: Format = {
  name: 'VCR',
  recognises: (entry) => textOf(field(field(entry, 'request'), 'uri')) !== undefined,
  read: readEntry,
};

function readEntry(entry: Entry): RecordedPair {
  const request = field(entry, 'request');
  const response = field(entry, 'response');
  const requestHeaders = headersOf(field(request, 'headers'));
  const sent = contentOf(field(request, 'body'));
  const body = requestText(sent, requestHeaders);
  const headers = headersOf(field(response, 'headers'));
  const status =
    numberOf(field(field(response, 'status'), 'code')) ??
    numberOf(field(response, 'status')) ??
    numberOf(field(response, 'status_code'));
  const startedAt = momentOf(field(entry, 'recorded_at')) ?? momentOf(textOf(headers['date']));
  const common = {
    request: {
      method: (textOf(field(request, 'method')) ?? 'GET').toUpperCase(),
      url: textOf(field(request, 'uri')) ?? '',
      headers: requestHeaders,
      ...(body === undefined ? {} : { body }),
    },
    ...(startedAt === undefined ? {} : { startedAt }),
  };
  if (status === undefined) {
    const trouble = { kind: 'broken-off', message: 'no answer was recorded' } as const;
    return { ...common, trouble, lacks: [] };
  }
  const read = answerWith(status, headers, contentOf(field(response, 'body') ?? field(response, 'content')));
  return { ...common, answer: read.answer, lacks: read.lacks };
}

/** `{ encoding, string }`, `{ encoding, base64_string }`, or the text alone. */
function contentOf(value: unknown): Content {
  if (value === undefined || value === null) return '';
  if (value instanceof Uint8Array || typeof value === 'string') return value;
  const base64 = textOf(field(value, 'base64_string'));
  if (base64 !== undefined) return fromBase64(base64);
  const inner = field(value, 'string');
  if (inner instanceof Uint8Array) return inner;
  const isWrapped = inner !== undefined || field(value, 'encoding') !== undefined;
  return isWrapped ? (textOf(inner) ?? '') : JSON.stringify(value);
}
