import type { ActionAccount } from './report.ts';

/** What became of the actions of several runs together. */
export function sumAccounts(accounts: readonly ActionAccount[]): ActionAccount {
  const sum = (key: 'created' | 'deleted' | 'leftOver' | 'unknown'): number =>
    accounts.reduce((total, account) => total + (account[key] ?? 0), 0);
  const unknown = sum('unknown');
  const trouble = accounts.map((account) => account.trouble).find((each) => each !== undefined);
  return {
    created: sum('created'),
    deleted: sum('deleted'),
    leftOver: sum('leftOver'),
    ...(unknown === 0 ? {} : { unknown }),
    ...(trouble === undefined ? {} : { trouble }),
  };
}
