import type { Credentials } from '../../contracts/exercise.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { call, type Line } from '../call.ts';

/** Asks for the first of a target's actions: the cheapest question that shows what a target offers to whom. */
export const listActions = (line: Line, credentials: Credentials = 'valid'): Promise<Exchange> =>
  call(line, {
    case: 'set-up',
    kind: 'read',
    about: { operation: 'list', credentials, choices: [] },
    method: 'GET',
    path: '/actions/actions?page=0&per_page=1',
  });
