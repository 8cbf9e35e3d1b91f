import type { AuditSummary, Deviation } from '../verdicts/audit-summary.ts';
import { amount } from './amount.ts';

const NOUNS: Readonly<Record<Deviation['operation'], readonly [one: string, many: string]>> = {
  create: ['create', 'creates'],
  read: ['read', 'reads'],
  list: ['list', 'lists'],
  update: ['update', 'updates'],
  deploy: ['deploy', 'deploys'],
  delete: ['delete', 'deletes'],
};

/** What a deviation weighs: the level that it breaks, or why it breaks none. */
export function weightWords({ by, level, waiver }: Deviation): string {
  if (by === 'client') return 'client';
  if (waiver !== undefined) return 'known';
  return level ?? 'told';
}

/** The day of an ISO date and time. */
const day = (iso: string): string => iso.slice(0, 10);

/** How often and when: `2 of 119 creates, first 2025-01-13, last 2026-01-28`. */
export function sightingWords({ count, of, operation, first, last }: Deviation): string {
  const times =
    first === undefined || last === undefined
      ? []
      : [`first ${day(first)}`, ...(day(last) === day(first) ? [] : [`last ${day(last)}`])];
  return [`${count} of ${amount(of, ...NOUNS[operation])}`, ...times].join(', ');
}

/** What an audit went through: `8 files, 149 entries; 91 exchanges judged: 8 creates, 60 reads, …`. */
export function auditWords({ files, entries, operations, outside, undated }: AuditSummary): string {
  const judged = Object.entries(operations) as [Deviation['operation'], number][];
  const total = judged.reduce((sum, [, count]) => sum + count, 0);
  const parts = judged
    .filter(([, count]) => count > 0)
    .map(([operation, count]) => amount(count, ...NOUNS[operation]));
  return [
    `${amount(files.given, 'file', 'files')}, ${amount(entries, 'entry', 'entries')}`,
    `${amount(total, 'exchange')} judged${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`,
    ...(outside > 0 ? [`${outside} outside of the dates`] : []),
    ...(undated > 0 ? [`${undated} without any date`] : []),
    ...(files.unreadable > 0 ? [`${files.unreadable} unreadable`] : []),
  ].join('; ');
}

/** A file or an entry that was passed over, in one line. */
export const skippedWords = ({ file, entry, reason }: AuditSummary['skipped'][number]): string =>
  `${file}${entry === undefined ? '' : `, entry ${entry}`}: ${reason}`;
