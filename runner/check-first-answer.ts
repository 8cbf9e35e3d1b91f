import { TargetError } from '../driver/errors.ts';
import { answerOf } from '../driver/access-token.ts';
import { succeeded } from '../contracts/http-status.ts';
import type { Exchange } from '../driver/exchange.ts';
import { excerpt } from '../checks/status.ts';
import type { Session } from './session.ts';

/**
 * Looks at the answer to the very first create: what is no Management API, or does not let the token in, is not judged
 * at all.
 *
 * @throws TargetError in that case, with what to do.
 */
export function checkFirstAnswer(
  exchange: Exchange,
  { base, redactor }: Pick<Session, 'base' | 'redactor'>,
): void {
  const { trouble } = exchange;
  if (trouble?.kind === 'not-sent') return;
  const isPage = trouble?.kind === 'intermediary' && succeeded(exchange.answer?.status ?? 0);
  // Who answers others is there, and is judged by what it answers them.
  if (trouble?.repeated !== undefined && !isPage) return;
  const { status, headers, text } = (isPage ? exchange.answer : undefined) ?? answerOf(exchange, base);
  // Other credentials are sent to be refused.
  if (status === 201 || exchange.about.credentials !== 'valid') return;
  const { method, url } = exchange.request;
  if (/text\/html/i.test(String(headers['content-type'] ?? ''))) {
    throw new TargetError(
      'NOT_AN_API',
      `${method} ${url} was answered with ${status} and a web page, not JSON`,
      'Give the base URL of a tenant, such as https://example.eu.auth0.com.',
    );
  }
  if (status === 403 && text.includes('too_many_entities')) {
    throw new TargetError(
      'TENANT_FULL',
      `${method} ${url} was answered with ${status}: the tenant holds as many actions as it may`,
      'Delete an action that nobody needs; `sweep` deletes those that earlier runs left.',
    );
  }
  if (status === 401 || status === 403) {
    throw new TargetError(
      'TOKEN_REFUSED',
      `${method} ${url} was answered with ${status}: ${excerpt(redactor.text(text))}`,
      'Check that the token belongs to this tenant, has not expired and has the scope create:actions.',
    );
  }
  if (status === 404 || (status >= 300 && status < 400)) {
    throw new TargetError(
      'NOT_AN_API',
      `${method} ${url} was answered with ${status}`,
      'Give the base URL of a tenant, without /api/v2.',
    );
  }
}
