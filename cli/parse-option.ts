import { InvalidArgumentError, Option } from 'commander';

/** Parses the name of a target: with nothing that a file could be called, its baseline would have no name. */
export function targetLabel(text: string): string {
  if (/[A-Za-z0-9]/.test(text)) return text;
  throw new InvalidArgumentError('It takes a name with a letter or digit in it, such as staging.');
}

/** A parser of whole numbers of at least, and at most, so much. */
export function integer(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
      throw new InvalidArgumentError(`It takes a whole number ${range}.`);
    }
    return value;
  };
}

/** An option whose value is a duration, with its default where it has one. */
export function lasting(flags: string, description: string, standard?: string): Option {
  const option = new Option(flags, description).argParser(duration);
  return standard === undefined ? option : option.default(duration(standard), standard);
}

/** A duration in milliseconds. */
function duration(text: string): number {
  const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };
  const [, count, unit = ''] = /^([1-9]\d{0,5})([smh])$/.exec(text) ?? [];
  const milliseconds = units[unit];
  if (milliseconds === undefined) {
    throw new InvalidArgumentError('It takes a duration, such as 90s, 30m or 2h.');
  }
  return Number(count) * milliseconds;
}

/** Parses an ISO date and time; a day alone is its beginning, or the end of it. */
export function moment(edge: 'start' | 'end'): (text: string) => string {
  return (text) => {
    const date = new Date(text);
    if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(date.getTime())) {
      throw new InvalidArgumentError(
        'It takes a date such as 2025-01-31, or a time such as 2025-01-31T12:00:00Z.',
      );
    }
    if (edge === 'end' && /^\d{4}-\d\d-\d\d$/.test(text)) date.setUTCDate(date.getUTCDate() + 1);
    return date.toISOString();
  };
}

/** Parses `10/2`: so many requests at once, and so many a second. */
export function rateLimit(text: string): { readonly burst: number; readonly perSecond: number } {
  const [, burst, perSecond] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  if (burst === undefined || perSecond === undefined) {
    throw new InvalidArgumentError('It takes two whole numbers, such as 10/2.');
  }
  return { burst: Number(burst), perSecond: Number(perSecond) };
}
