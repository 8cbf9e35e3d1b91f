import type { Json } from '../contracts/expectation.ts';
import type { Report, ReportedCase, ReportedExchange } from '../verdicts/report.ts';
import { jsonText } from './json-text.ts';

/** What a HAR writes where a size is not known. */
const UNKNOWN = -1;
/** What it writes where nothing tells the date: it cannot leave one out. */
const UNDATED = new Date(0).toISOString();
const HTTP = 'HTTP/1.1';

/**
 * The exchanges of a report as an HTTP Archive (HAR 1.2), a page a case. They are masked and cut as they are in the
 * report itself.
 */
export function renderHar(report: Report): string {
  const first = new Map<string, ReportedExchange>();
  for (const exchange of report.exchanges) {
    if (!first.has(exchange.case)) first.set(exchange.case, exchange);
  }
  return jsonText({
    log: {
      version: '1.2',
      creator: { name: report.suite.name, version: report.suite.version },
      pages: report.cases.flatMap((sent) => pageOf(sent, first.get(sent.id))),
      entries: report.exchanges.map(entryOf),
      comment: report.reproduce,
    },
  });
}

function pageOf({ id, title }: ReportedCase, first: ReportedExchange | undefined): readonly Json[] {
  if (first === undefined) return [];
  return [{ startedDateTime: first.startedAt ?? UNDATED, id, title, pageTimings: {} }];
}

function entryOf(exchange: ReportedExchange): Json {
  const { about, answer, durationMs = 0, id, request, trouble } = exchange;
  return {
    pageref: exchange.case,
    startedDateTime: exchange.startedAt ?? UNDATED,
    time: durationMs,
    request: requestOf(request),
    response: responseOf(answer),
    cache: {},
    // Only the whole is measured: it is booked as waiting for the answer.
    timings: { send: 0, wait: durationMs, receive: 0 },
    ...(trouble === undefined ? {} : { comment: `${trouble.kind}: ${trouble.message}` }),
    _exchange: id,
    _operation: about.operation,
  };
}

function requestOf({ body, headers, method, url }: ReportedExchange['request']): Json {
  return {
    method,
    url,
    httpVersion: HTTP,
    cookies: [],
    headers: pairs(headers),
    queryString: pairs(URL.canParse(url) ? Object.fromEntries(new URL(url).searchParams) : {}),
    headersSize: UNKNOWN,
    bodySize: body === undefined ? 0 : bytes(body),
    ...(body === undefined ? {} : { postData: { mimeType: headers['content-type'] ?? '', text: body } }),
  };
}

/** A request without an answer has a response with status 0, as browsers write it. */
function responseOf(answer: ReportedExchange['answer']): Json {
  const { status, headers, body } = answer ?? { status: 0, headers: {}, body: '' };
  return {
    status,
    statusText: '',
    httpVersion: answer === undefined ? '' : HTTP,
    cookies: [],
    headers: pairs(headers),
    content: { size: bytes(body), mimeType: headers['content-type'] ?? 'x-unknown', text: body },
    redirectURL: headers['location'] ?? '',
    headersSize: UNKNOWN,
    bodySize: answer === undefined ? 0 : bytes(body),
  };
}

const pairs = (values: Readonly<Record<string, string>>): Json =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

const bytes = (text: string): number => new TextEncoder().encode(text).length;
