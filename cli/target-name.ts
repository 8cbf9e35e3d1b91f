import type { Report } from '../verdicts/report.ts';
import { readTarget } from './target.ts';

/** The name by which history and baselines know a target: the given one, else its address, or the mock's name. */
export function targetName(flags: { readonly target: string; readonly name?: string }): string {
  if (flags.name !== undefined) return flags.name;
  const target = readTarget(flags.target);
  switch (target.kind) {
    case 'given':
      return withoutScheme(target.base);
    case 'embedded':
      return `mock:${target.like}`;
    case 'mutant':
      return `mock:${target.name}`;
  }
}

/** The same of the target of a report. */
export function reportedName({ target: { kind, url } }: Pick<Report, 'target'>, name?: string): string {
  if (name !== undefined) return name;
  const [, mock] = /^embedded mock \((.+)\)$/.exec(kind) ?? [];
  return mock === undefined ? withoutScheme(url) : `mock:${mock}`;
}

const withoutScheme = (url: string): string => url.replace(/^https?:\/\//, '');

/** A target's name as a file's: nothing in it leads to another folder. */
export const fileNameOf = (name: string): string =>
  name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replace(/^\.+/, '');
