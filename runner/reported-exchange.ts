import type { Credentials } from '../contracts/exercise.ts';
import { curlLine } from '../driver/curl.ts';
import type { Exchange, SentRequest } from '../driver/exchange.ts';
import type { Redactor } from '../driver/redaction.ts';
import type { ReportedExchange } from '../verdicts/report.ts';

/** What a curl line sends for credentials that hold a real token; others, forged ones too, are no secrets. */
const SECRETS: Partial<Record<Credentials, string>> = {
  valid: 'Bearer $AUTH0_API_TOKEN',
  'no-scheme': '$AUTH0_API_TOKEN',
  unscoped: 'Bearer $AUTH0_LIMITED_TOKEN',
};

/** An exchange as a log may hold it: without a line that repeats it, which would say everything twice. */
export function loggedExchange(exchange: Exchange, redactor: Redactor): Omit<ReportedExchange, 'curl'> {
  const { request, answer, trouble, recorded, ...rest } = exchange;
  const clean: SentRequest & { readonly headers: Readonly<Record<string, string>> } = {
    method: request.method,
    url: redactor.text(request.url),
    headers: redactor.headers(request.headers),
    ...(request.body === undefined ? {} : { body: redactor.body(request.body) }),
  };
  return {
    ...rest,
    ...(recorded === undefined ? {} : { recorded: { file: recorded.file, entry: recorded.entry } }),
    request: clean,
    ...(answer === undefined
      ? {}
      : {
          answer: {
            status: answer.status,
            headers: redactor.headers(answer.headers),
            body: redactor.body(answer.text),
          },
        }),
    ...(trouble === undefined ? {} : { trouble: { ...trouble, message: redactor.text(trouble.message) } }),
  };
}

/** An exchange as it may be stored and shown. */
export function reportedExchange(exchange: Exchange, redactor: Redactor): ReportedExchange {
  const logged = loggedExchange(exchange, redactor);
  const { request, about } = exchange;
  const { authorization } = request.headers;
  return {
    ...logged,
    // The line must send the whole body, so it is masked but not cut.
    curl: curlLine(
      {
        ...logged.request,
        headers: { ...logged.request.headers, ...(authorization === undefined ? {} : { authorization }) },
        ...(request.body === undefined ? {} : { body: redactor.text(request.body) }),
        ...(request.encoding === undefined ? {} : { encoding: request.encoding }),
      },
      SECRETS[about.credentials],
    ),
  };
}
