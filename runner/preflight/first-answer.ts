import { excerpt } from '../../checks/status.ts';
import { TargetError } from '../../driver/errors.ts';
import type { Answer, Exchange } from '../../driver/exchange.ts';
import type { Session } from '../session.ts';
import { isApi, isPage, isRedirect } from './is-api.ts';
import { listActions } from './list-actions.ts';
import { locateApi } from './locate-api.ts';
import { oddForm } from './token-form.ts';

/** Whether an exchange is a create that the target should let in, and so shows whether it can be judged. */
export const isTelling = ({ about, trouble }: Exchange): boolean =>
  about.operation === 'create' && about.credentials === 'valid' && trouble?.kind !== 'not-sent';

/** What the answer to the first create that should be accepted shows: a target that can be judged, or why not. */
type FirstAnswer = 'judge' | 'send-again' | TargetError;

/**
 * Looks at that answer: of what does not let the token in, or is no Management API, nothing is said. An API that is
 * there and refuses the create is judged. Where it is found at another path, the create has to be sent again.
 */
export async function readFirstAnswer(
  { answer, trouble, request: { method, url } }: Exchange,
  session: Session,
): Promise<FirstAnswer> {
  if (trouble?.kind === 'unreachable' || trouble?.kind === 'timeout') {
    return new TargetError(
      'TARGET_UNREACHABLE',
      `${session.base} gave no answer: ${trouble.message}`,
      'Check the address, that the target is running, and that its certificate is trusted.',
    );
  }
  if (answer === undefined) return 'judge';
  const { status, text } = answer;
  // A gateway's trouble may pass; a page or a redirect may mean that the API is somewhere else.
  const isElsewhere = isRedirect({ answer }) || (isPage({ answer }) && status < 500);
  if (trouble !== undefined && !isElsewhere) return 'judge';
  const told = `${method} ${url} was answered with ${status}`;
  const said = excerpt(session.redactor.text(text));
  if (status === 403 && text.includes('too_many_entities')) {
    return new TargetError(
      'TENANT_FULL',
      `${told}: the tenant holds as many actions as it may`,
      'Delete an action that nobody needs; `sweep` deletes those that earlier runs left.',
    );
  }
  if (status !== 201 && status < 500 && !isApi({ answer })) return await whereElse(told, answer, session);
  if (status === 401 || status === 403) return refused(`${told}: ${said}`, session);
  const isOdd = oddForm(session.tokens.valid) !== undefined;
  // Tenants answer 400 to what is no token. A mock may take it, and refuse the body: a read tells.
  if (status !== 400 || !isOdd || !(await isRefusedToRead(session))) return 'judge';
  return refused(`${told}, as a read was: ${said}`, session);
}

const isRefusedToRead = async (session: Session): Promise<boolean> =>
  REFUSES_TOKEN.has((await listActions(session)).answer?.status ?? 0);

/** Statuses with which a token is refused, whatever is asked. */
const REFUSES_TOKEN: ReadonlySet<number> = new Set([400, 401, 403]);

/** The error for a token that the target does not take. */
function refused(told: string, { tokens }: Session): TargetError {
  const odd = oddForm(tokens.valid);
  return new TargetError(
    'TOKEN_REFUSED',
    `${told}${odd === undefined ? '' : ` (of the access token: ${odd})`}`,
    'Check that the token is whole, belongs to this tenant, has not expired and has the scope create:actions.',
  );
}

/** Whether the API is elsewhere on the server, here all the same, or nowhere. */
async function whereElse(told: string, answer: Answer, session: Session): Promise<FirstAnswer> {
  const found = await locateApi(session);
  if (found.at !== 'nowhere') return found.at === 'moved' ? 'send-again' : 'judge';
  const { location } = answer.headers;
  const to = isRedirect({ answer }) && typeof location === 'string' ? `, to ${location}` : '';
  return new TargetError(
    'NOT_AN_API',
    `${told}${to}${isPage({ answer }) ? ' and a web page, not JSON' : ''}, and no list of actions was found: ${found.tried.join(', ')}`,
    to === ''
      ? 'Give as --target the base URL of the tenant, or the whole base path of its API.'
      : 'No redirect is followed: give as --target the address that it leads to, if that is the tenant.',
  );
}
