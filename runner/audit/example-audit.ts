import { catalogue } from '../../contracts/catalogue.ts';
import type { Json } from '../../contracts/expectation.ts';
import { sourceOf } from '../../recordings/example-source.ts';
import type { Report } from '../../verdicts/report.ts';
import { Audit } from './audit.ts';

const ORIGIN = 'https://recorded.eu.auth0.com';

/** A call as HAR has it, with everything that a browser keeps. */
export interface Call {
  readonly method?: string;
  /** Below the collection of actions, with its query. */
  readonly path?: string;
  readonly sent?: Json;
  readonly status?: number;
  readonly answered?: Json;
  readonly headers?: Readonly<Record<string, string>>;
  /** ISO date and time. */
  readonly at?: string;
}

export const ID = '3f6c0f5e-8a2b-4f0e-9d1a-0c7b5a9e4d21';

/** The body of a create as recorded clients send it. */
export const BODY = {
  name: 'Greets whoever logs in',
  supported_triggers: [{ id: 'post-login', version: 'v3' }],
  code: 'exports.onExecutePostLogin = async (event, api) => {};',
  runtime: 'node22',
} as const;

/** An action as a conforming tenant answers it. */
export const actionOf = (parts: Readonly<Record<string, Json>> = {}): Json => ({
  id: ID,
  ...BODY,
  created_at: '2026-03-02T08:15:00.123456789Z',
  updated_at: '2026-03-02T08:15:00.133456789Z',
  dependencies: [],
  status: 'pending',
  secrets: [],
  all_changes_deployed: false,
  ...parts,
});

/** A create that a conforming tenant accepts. */
export const created = (parts: Call = {}): Call => ({
  method: 'POST',
  sent: BODY,
  status: 201,
  answered: actionOf(),
  ...parts,
});

/** A read of that action. */
export const read = (parts: Readonly<Record<string, Json>> = { status: 'built' }, call: Call = {}): Call => ({
  path: `/${ID}`,
  answered: actionOf(parts),
  ...call,
});

/** Calls as the text of a HAR file. */
const harOf = (calls: readonly Call[]): string =>
  JSON.stringify({ log: { version: '1.2', entries: calls.map(entryOf) } });

const list = (of: Readonly<Record<string, string>>): readonly object[] =>
  Object.entries(of).map(([name, value]) => ({ name, value }));

function entryOf({ method = 'GET', path = '', sent, status = 200, answered, headers, at }: Call): object {
  return {
    startedDateTime: at ?? '2026-03-02T08:15:00.000Z',
    time: 120,
    request: {
      method,
      url: `${ORIGIN}/api/v2/actions/actions${path}`,
      headers: list({ authorization: 'Bearer recorded-token' }),
      ...(sent === undefined ? {} : { postData: { text: JSON.stringify(sent) } }),
    },
    response: {
      status,
      headers: list(headers ?? { date: 'today', 'content-type': 'application/json; charset=utf-8' }),
      content: answered === undefined ? {} : { text: JSON.stringify(answered) },
    },
  };
}

/** The report of an audit of recordings, each a list of calls. */
export function auditOf(
  recordings: readonly (readonly Call[])[],
  scope: { readonly since?: string; readonly until?: string } = {},
): Report {
  const audit = new Audit({ requirements: catalogue, ...scope });
  for (const [index, calls] of recordings.entries()) audit.add(`${index + 1}.har`, sourceOf(harOf(calls)));
  return reportOf(audit);
}

/** The report of an audit, with everything fixed that can be. */
export const reportOf = (audit: Audit): Report =>
  audit.report(
    {
      suite: { name: 'actions-conformance', version: '0.0.0' },
      only: [],
      reproduce: 'npx actions-conformance audit',
      startedAt: 0,
    },
    1,
  );
