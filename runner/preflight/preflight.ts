import { TargetError } from '../../driver/errors.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { faultyCases } from '../../properties/faults/faulty-cases.ts';
import { driveCase } from '../drive-case.ts';
import type { Session } from '../session.ts';
import { isTelling, readFirstAnswer } from './first-answer.ts';
import { isApi } from './is-api.ts';
import { listActions } from './list-actions.ts';
import { locateApi } from './locate-api.ts';

/** What is known of a target before a run. */
export interface Preflight {
  /** What would end a run with a report that says nothing of the target; absent where it can be judged. */
  readonly obstacle?: TargetError;
  /** The list of its actions. */
  readonly list: Exchange;
  /** The status of an answer to the create that no API gives to one: the API is there, and a run judges it by that. */
  readonly strange?: number;
  /** Why the promise of 403 cannot be judged; absent where it can. */
  readonly unlimited?: string;
}

/**
 * Looks at a target as a run does with its first requests, but with a create that no API can accept: a body that is no
 * JSON. What accepts it all the same is cleaned up after, as in a run.
 */
export async function lookAt(session: Session): Promise<Preflight> {
  const { tokens } = session;
  await locateApi(session);
  const list = await listActions(session);
  await tokens.limited.refresh();
  const unlimited = tokens.limited.reasonNot(tokens.valid);
  const [probe] = faultyCases('', 'malformed-json');
  if (probe === undefined) throw new Error('there is no body that is no JSON');
  const first = (await driveCase(session, probe)).exchanges.find(isTelling);
  const shown = first === undefined ? 'judge' : await readFirstAnswer(first, session);
  const status = shown === 'judge' && first !== undefined && !isApi(first) ? first.answer?.status : undefined;
  return {
    list,
    ...(status === undefined ? {} : { strange: status }),
    ...(shown instanceof TargetError ? { obstacle: shown } : {}),
    ...(unlimited === undefined ? {} : { unlimited }),
  };
}
