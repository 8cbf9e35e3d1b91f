import type { Fault } from '../contracts/case.ts';
import type { ReportedCase, ReportedExchange } from '../verdicts/report.ts';

const CODE = 'exports.onExecutePostLogin = async () => {};';
const TRIGGERS = [{ id: 'post-login', version: 'v3' }];
const NO_NAME: Fault = { at: '/name', operator: 'missing', keyword: 'required', before: 'probe-1' };

/** Cases for {@link exampleExchanges}: a valid one, the same with a fault, and one with the wrong media type. */
export const exampleCases: readonly ReportedCase[] = [
  { id: 'valid-1', title: 'a valid action with code', phase: 'edges', exchanges: ['x1'] },
  {
    id: 'no-name',
    title: 'the same action without a name',
    phase: 'edges',
    exchanges: ['x2'],
    twin: 'valid-1',
  },
  { id: 'text-plain', title: 'a valid action sent as text/plain', phase: 'edges', exchanges: ['x3'] },
  { id: 'lost', title: 'a valid action to a target that hangs up', phase: 'edges', exchanges: ['x4'] },
];

/** Exchanges of an example run: accepted, wrongly accepted, broken down and lost. */
export const exampleExchanges: readonly ReportedExchange[] = [
  exchange('x1', 'valid-1', {
    request: { name: 'probe-1', code: CODE, supported_triggers: TRIGGERS },
    answer: { status: 201, body: JSON.stringify({ id: 'a-1', name: 'probe-1', status: 'pending' }) },
  }),
  exchange('x2', 'no-name', {
    request: { code: CODE, supported_triggers: TRIGGERS },
    answer: { status: 201, body: JSON.stringify({ id: 'a-2', status: 'pending' }) },
    about: { operation: 'create', credentials: 'valid', choices: ['base', 'code:given'], fault: NO_NAME },
  }),
  exchange('x3', 'text-plain', {
    request: { name: 'probe-3', supported_triggers: TRIGGERS },
    answer: { status: 500, body: '<html><body>Internal Server Error</body></html>' },
    about: { operation: 'create', credentials: 'valid', choices: ['base'], wire: 'other-content-type' },
  }),
  exchange('x4', 'lost', {
    request: { name: 'probe-4', supported_triggers: TRIGGERS },
    trouble: { kind: 'broken-off', message: 'the connection was closed before an answer came' },
  }),
];

function exchange(
  id: string,
  sent: string,
  parts: {
    readonly request: object;
    readonly answer?: { readonly status: number; readonly body: string };
    readonly trouble?: { readonly kind: string; readonly message: string };
    readonly about?: ReportedExchange['about'];
  },
): ReportedExchange {
  const body = JSON.stringify(parts.request);
  const url = 'http://127.0.0.1:4010/api/v2/actions/actions';
  return {
    id,
    case: sent,
    kind: parts.about === undefined ? 'create' : 'probe',
    about: parts.about ?? { operation: 'create', credentials: 'valid', choices: ['base'] },
    startedAt: '2026-11-23T02:00:01.250Z',
    durationMs: 41,
    request: {
      method: 'POST',
      url,
      headers: { authorization: 'Bearer ***', 'content-type': 'application/json' },
      body,
    },
    ...(parts.answer === undefined
      ? {}
      : { answer: { ...parts.answer, headers: { 'content-type': 'application/json; charset=utf-8' } } }),
    ...(parts.trouble === undefined ? {} : { trouble: parts.trouble }),
    curl: `curl -sS -X POST '${url}' -H "authorization: Bearer $AUTH0_API_TOKEN" -H 'content-type: application/json' --data-raw '${body}'`,
  };
}
