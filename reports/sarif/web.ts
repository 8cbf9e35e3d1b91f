import type { Json } from '../../contracts/expectation.ts';
import type { ReportedExchange } from '../../verdicts/report.ts';

/** The request of an exchange as SARIF writes it, masked as it is in the report. */
export function webRequest({ request: { body, headers, method, url } }: ReportedExchange): Json {
  return {
    protocol: 'HTTP',
    version: '1.1',
    target: url,
    method,
    headers,
    ...(body === undefined ? {} : { body: { text: body } }),
  };
}

/** The answer of an exchange as SARIF writes it, masked as it is in the report. */
export function webResponse({ answer }: ReportedExchange): Json {
  if (answer === undefined) return { noResponseReceived: true };
  const { body, headers, status } = answer;
  return { protocol: 'HTTP', version: '1.1', statusCode: status, headers, body: { text: body } };
}
