import type { DatabaseSync } from 'node:sqlite';

import { insertNight, type NightRow } from './insert-night.ts';
import { inTransaction } from './open-history.ts';

/**
 * Remembers a night that ended before its first case. It says nothing of the target, and so no night is compared with
 * it.
 */
export function recordUnjudged(
  database: DatabaseSync,
  night: Omit<NightRow, 'plan' | 'verdict' | 'outcome' | 'creates'>,
): void {
  inTransaction(database, () => {
    insertNight(database, { ...night, plan: '', verdict: 'partial', outcome: 'not-judged', creates: 0 });
  });
}
