import { makeBadge, type Format } from 'badge-maker';
import { expect, test } from 'vitest';
import { renderBadge } from './badge.ts';
import { exampleReport } from './example-report.ts';
import type { Report } from '../verdicts/report.ts';
import { VERDICTS, type OverallVerdict } from '../verdicts/verdict.ts';

type Badge = Format & { readonly schemaVersion: number; readonly isError: boolean };

function badgeOf(verdict: OverallVerdict, counts: Partial<Report['counts']['all']> = {}): Badge {
  const report = exampleReport();
  const none = Object.fromEntries(VERDICTS.map((each) => [each, 0])) as Report['counts']['all'];
  const all = { ...none, ...counts };
  return JSON.parse(
    renderBadge({ ...report, verdict, counts: { ...report.counts, MUST: all, all } }),
  ) as Badge;
}

test.each<[OverallVerdict, Partial<Report['counts']['all']>, string, string]>([
  ['conformant', { passed: 3 }, 'conformant: All 3 MUSTs hold', 'brightgreen'],
  [
    'conformant',
    { passed: 1, unobserved: 2, warned: 2 },
    'conformant: All 5 MUSTs hold, 2 of them unobserved; 2 warned',
    'brightgreen',
  ],
  ['not-conformant', { failed: 1, passed: 2 }, 'not conformant: 1 of 3 MUSTs failed', 'red'],
  [
    'not-conformant',
    { failed: 4, passed: 122, 'not-exercised': 84 },
    'not conformant: 4 of 126 judged MUSTs failed; 84 could not be judged',
    'red',
  ],
  [
    'partial',
    { passed: 1, 'not-exercised': 2 },
    'partial: The one judged MUST holds; 2 could not be judged',
    'yellow',
  ],
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
  expect(svg).toContain('create-action API: not conformant: 2 of 2 MUSTs failed');
  expect(() => makeBadge({ label: label ?? '', message: '', color: 1 as never })).toThrow('`color`');
});
