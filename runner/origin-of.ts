import type { Phase } from '../contracts/phase.ts';
import type { Exchange } from '../driver/exchange.ts';
import type { Origin } from '../verdicts/account.ts';

/** Where what is judged of an exchange comes from. */
export const originOf = ({ case: of, id, about, request }: Exchange, phase: Phase): Origin => ({
  case: of,
  exchange: id,
  phase,
  size: request.body?.length ?? 0,
  ...(about.fault === undefined ? {} : { fault: about.fault }),
});
