import type { ActionAccount } from '../../verdicts/report.ts';
import type { Session } from '../session.ts';

/** What a report says of the actions of a run. What was created was deleted, or is left over. */
export function accountOf({
  ledger: { created, deleted, live, pending },
  cleaning: { trouble, reasonToKeep },
  redactor,
}: Pick<Session, 'ledger' | 'cleaning' | 'redactor'>): ActionAccount {
  const shown = trouble?.exchanges[0];
  const troubleOf = (reason: string | undefined): Pick<ActionAccount, 'trouble'> =>
    reason === undefined
      ? {}
      : {
          trouble: {
            reason: redactor.text(reason),
            ...(shown === undefined ? {} : { exchange: shown.id }),
          },
        };
  return {
    created,
    deleted,
    leftOver: live.size,
    ...(pending.size === 0 ? {} : { unknown: pending.size }),
    ...troubleOf(trouble?.reason ?? reasonToKeep),
  };
}
