import { makeBadge, type Format } from 'badge-maker';
import { expect, test } from 'vitest';
import { renderBadge } from './badge.ts';
import { exampleReport } from './example-report.ts';
import type { Report } from '../verdicts/report.ts';
import type { OverallVerdict } from '../verdicts/verdict.ts';

type Badge = Format & { readonly schemaVersion: number; readonly isError: boolean };

function badgeOf(verdict: OverallVerdict, counts: Partial<Report['counts']['all']> = {}): Badge {
  const report = exampleReport();
  const all = { ...report.counts.all, warned: 0, ...counts };
  return JSON.parse(
    renderBadge({ ...report, verdict, counts: { ...report.counts, MUST: all, all } }),
  ) as Badge;
}

test.each<[OverallVerdict, Partial<Report['counts']['all']>, string, string]>([
  ['conformant', {}, 'conformant', 'brightgreen'],
  ['conformant', { warned: 2 }, 'conformant, 2 warned', 'brightgreen'],
  ['not-conformant', { failed: 1 }, '1 MUST failed', 'red'],
  ['not-conformant', { failed: 3 }, '3 MUSTs failed', 'red'],
  ['partial', {}, 'partial', 'yellow'],
])('a %s target with %j has a badge "%s" in %s', (verdict, counts, message, color) => {
  expect(badgeOf(verdict, counts)).toEqual({
    schemaVersion: 1,
    label: 'create-action API',
    message,
    color,
    isError: verdict !== 'conformant',
  });
});

test('shields.io draws it', () => {
  const { label, message, color = '' } = badgeOf('not-conformant', { failed: 2 });
  const svg = makeBadge({ label: label ?? '', message, color });
  expect(svg).toContain('create-action API: 2 MUSTs failed');
  expect(() => makeBadge({ label: label ?? '', message: '', color: 1 as never })).toThrow('`color`');
});
