import type { About } from '../contracts/case.ts';
import { authorization } from './credentials.ts';
import type { Session } from './session.ts';

/** The headers of a request: nothing but what it needs. */
export function headersFor(
  { tokens }: Pick<Session, 'tokens'>,
  { credentials }: Pick<About, 'credentials'>,
  contentType?: string,
): Readonly<Record<string, string>> {
  const bearer = authorization(credentials, tokens);
  return {
    accept: 'application/json',
    ...(bearer === undefined ? {} : { authorization: bearer }),
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
  };
}
