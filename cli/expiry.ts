import { UsageError } from '../driver/errors.ts';

const DAY_MS = 86_400_000;

/** Longer than this, nobody remembers why. */
const LONGEST_DAYS = 366;

/**
 * The last day on which something is accepted.
 *
 * @param text a date such as 2027-01-31, or days from now such as 90d.
 * @param now in milliseconds since the epoch.
 * @returns an ISO date.
 * @throws UsageError for what is neither, is over already, or is more than a year away.
 */
export function readExpiry(text: string, now: number): string {
  const [, days] = /^(\d{1,4})d$/.exec(text) ?? [];
  const at = days === undefined ? dateOf(text) : now + Number(days) * DAY_MS;
  if (at === undefined) {
    throw new UsageError(
      'BAD_EXPIRY',
      `--expires ${text} is no date`,
      'Give one such as 2027-01-31, or days such as 90d.',
    );
  }
  const day = new Date(at).toISOString().slice(0, 10);
  if (day < new Date(now).toISOString().slice(0, 10)) {
    throw new UsageError('BAD_EXPIRY', `--expires ${text} is over already`, 'Give a day to come.');
  }
  if (at > now + LONGEST_DAYS * DAY_MS) {
    throw new UsageError(
      'BAD_EXPIRY',
      `--expires ${text} is more than a year away`,
      'Accept it again when the year is over.',
    );
  }
  return day;
}

function dateOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  // `Date` takes the 31st of February for a day in March.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : at;
}
