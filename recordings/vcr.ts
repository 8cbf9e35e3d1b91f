import { field, fieldsOf, headersOf, momentOf, numberOf, textOf } from './fields.ts';
import { UNTOLD, type Content } from './kept-body.ts';
import { pairOf } from './pair-of.ts';
import type { Entry, Format, RecordedPair, Unreadable } from './recorded.ts';
import { fromBase64 } from './restore.ts';

/** Cassettes of VCR (Ruby) and of those that write the same: vcrpy, Betamax, ExVCR, vcr for R. */
export const vcr: Format = {
  name: 'VCR',
  recognises: (entry) => {
    const [request, response] = [fieldsOf(field(entry, 'request')), fieldsOf(field(entry, 'response'))];
    const hasStatus = ['status', 'status_code'].some((name) => Object.hasOwn(response, name));
    if (!Object.hasOwn(request, 'method') || !hasStatus) return false;
    return (
      textOf(field(request, 'uri')) !== undefined ||
      // ExVCR calls it a URL, and some cassettes that are made by hand do.
      (textOf(field(request, 'url')) !== undefined &&
        (Object.hasOwn(response, 'status_code') ||
          numberOf(field(field(response, 'status'), 'code')) !== undefined))
    );
  },
  read: readEntry,
};

function readEntry(entry: Entry): RecordedPair | Unreadable {
  const [request, response] = [field(entry, 'request'), field(entry, 'response')];
  const headers = headersOf(field(response, 'headers'));
  const status =
    numberOf(field(field(response, 'status'), 'code')) ??
    numberOf(field(response, 'status')) ??
    numberOf(field(response, 'status_code'));
  return pairOf({
    method: textOf(field(request, 'method')),
    url: textOf(field(request, 'uri')) ?? textOf(field(request, 'url')) ?? '',
    sent: { headers: headersOf(field(request, 'headers')), content: contentOf(field(request, 'body')) },
    answered:
      status === undefined
        ? { trouble: 'the cassette has no status' }
        : { status, headers, content: contentOf(field(response, 'body') ?? field(response, 'content')) },
    startedAt:
      momentOf(field(entry, 'recorded_at')) ??
      momentOf(field(entry, 'recorded')) ??
      momentOf(textOf(headers['date'])),
  });
}

/** Under which names a body stands that is base64. */
const BASE64 = ['base64_string', 'raw_gzip', 'base64', 'base64string'];

/** `{ encoding, string }`, `{ encoding, base64_string }`, or the text alone. */
function contentOf(value: unknown): Content {
  if (value === undefined || value === null) return UNTOLD;
  if (value instanceof Uint8Array || typeof value === 'string') return value;
  for (const name of BASE64) {
    const text = textOf(field(value, name));
    if (text !== undefined) return fromBase64(text) ?? { notKept: `its \`${name}\` is no base64` };
  }
  if (field(value, 'file') !== undefined && field(value, 'file') !== false && field(value, 'file') !== 'no') {
    return { notKept: 'it stands in a file of its own' };
  }
  const inner = field(value, 'string');
  if (inner instanceof Uint8Array) return inner;
  if (inner !== undefined && inner !== null) return textOf(inner) ?? UNTOLD;
  if (field(value, 'encoding') !== undefined) return UNTOLD;
  const names = Object.keys(fieldsOf(value));
  return { notKept: `it stands in a form that is not known (${names.slice(0, 3).join(', ')})` };
}
