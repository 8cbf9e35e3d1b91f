import { field, fieldsOf, headersOf, listOf, numberOf, textOf } from './fields.ts';
import { UNTOLD, type Content } from './kept-body.ts';
import { pairOf } from './pair-of.ts';
import type { Entry, Format, RecordedPair, Unreadable } from './recorded.ts';
import { fromBase64 } from './restore.ts';

/** Ways in which a stub says which URLs it is for. */
const URLS = ['url', 'urlPath', 'urlPattern', 'urlPathPattern', 'urlPathTemplate'];

/** Ways in which a stub has a body. */
const BODIES = ['jsonBody', 'body', 'base64Body', 'bodyFileName'];

/** Mappings of WireMock, as its recorder writes them: one request, and the answer to it. */
export const wiremock: Format = {
  name: 'WireMock',
  recognises: (entry) => {
    const [request, response] = [fieldsOf(field(entry, 'request')), fieldsOf(field(entry, 'response'))];
    const isStub =
      ['id', 'uuid', 'persistent', 'priority', 'scenarioName', 'newScenarioState', 'insertionIndex'].some(
        (name) => Object.hasOwn(entry, name),
      ) ||
      ['bodyPatterns', ...URLS.slice(1)].some((name) => Object.hasOwn(request, name)) ||
      // A stub has no host: what it is for begins with the path.
      (textOf(request['url'])?.startsWith('/') === true && field(response['status'], 'code') === undefined);
    return (
      URLS.some((name) => Object.hasOwn(request, name)) &&
      Object.hasOwn(request, 'method') &&
      Object.hasOwn(response, 'status') &&
      !['headers', 'body'].some((name) => Array.isArray(response[name])) &&
      (isStub ||
        BODIES.slice(0, 1)
          .concat(BODIES.slice(2))
          .some((name) => Object.hasOwn(response, name)))
    );
  },
  read: readEntry,
};

function readEntry(entry: Entry): RecordedPair | Unreadable {
  const [request, response] = [field(entry, 'request'), field(entry, 'response')];
  const url = textOf(field(request, 'url')) ?? textOf(field(request, 'urlPath'));
  const method = textOf(field(request, 'method'));
  if (url === undefined || method === undefined || method === 'ANY') {
    return { unreadable: 'it is a WireMock stub for many requests, not the record of one' };
  }
  if (listOf(field(response, 'transformers')).length > 0) {
    return { unreadable: 'it is a WireMock stub whose answer is made from a template' };
  }
  return pairOf({
    method,
    url,
    sent: {
      headers: headersSent(field(request, 'headers')),
      content: sentContent(field(request, 'bodyPatterns')),
    },
    answered: {
      status: numberOf(field(response, 'status')) ?? 200,
      headers: headersOf(field(response, 'headers')),
      content: contentOf(response),
    },
  });
}

/** A header that must be equal to a text was that text. */
const headersSent = (headers: unknown) =>
  headersOf(
    Object.entries(fieldsOf(headers)).map(([name, matcher]) => ({ name, value: field(matcher, 'equalTo') })),
  );

/** The recorder writes down the body that it saw; any other pattern allows many. */
function sentContent(patterns: unknown): Content {
  const [only, ...others] = listOf(patterns);
  if (only === undefined) return UNTOLD;
  if (others.length > 0) return { notKept: 'the stub matches it by several patterns' };
  const json = field(only, 'equalToJson');
  if (typeof json === 'string') return json;
  // The recorder writes the body as text; whoever writes a part of one by hand says that there may be more.
  if (json !== undefined) {
    return field(only, 'ignoreExtraElements') === true
      ? { notKept: 'the stub matches a part of it' }
      : JSON.stringify(json);
  }
  return textOf(field(only, 'equalTo')) ?? { notKept: 'the stub matches it by a pattern' };
}

function contentOf(response: unknown): Content {
  const json = field(response, 'jsonBody');
  if (json !== undefined) return JSON.stringify(json);
  const base64 = textOf(field(response, 'base64Body'));
  if (base64 !== undefined) return fromBase64(base64) ?? { notKept: 'its `base64Body` is no base64' };
  if (field(response, 'bodyFileName') !== undefined) return { notKept: 'it stands in a file of its own' };
  return textOf(field(response, 'body')) ?? UNTOLD;
}
