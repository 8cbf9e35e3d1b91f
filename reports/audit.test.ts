import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';

import type { AuditSummary, Deviation } from '../verdicts/audit-summary.ts';
import type { Report, ReportedExchange } from '../verdicts/report.ts';
import { renderConsole } from './console.ts';
import { exampleReport } from './example-report.ts';
import { HOSTILE, withEveryString } from './hostile-report.ts';
import { renderHtml } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import { formats } from './render.ts';

const deviation = (parts: Partial<Deviation> = {}): Deviation => ({
  by: 'target',
  cause: 'answer.action.undocumented:/current_version:undocumented',
  level: 'SHOULD',
  operation: 'create',
  message: '/current_version is documented nowhere',
  path: '/current_version',
  values: ['{"number":1}'],
  count: 2,
  of: 119,
  files: 2,
  first: '2025-01-13T06:20:55.301Z',
  last: '2026-01-28T15:08:34.318Z',
  exchange: 'x2',
  ...parts,
});

const AUDIT: AuditSummary = {
  files: { given: 120, relevant: 118, unreadable: 1 },
  entries: 4000,
  bytes: 12_000_000,
  formats: { 'go-vcr': 800, nock: 91 },
  operations: { create: 119, read: 600, list: 40, update: 50, deploy: 41, delete: 41 },
  outside: 3,
  undated: 0,
  since: '2022-01-01T00:00:00.000Z',
  deviations: [
    deviation(),
    deviation({
      by: 'client',
      message: 'the runtime node16 is no longer offered',
      path: '/runtime',
      count: 1,
      last: '2025-01-13T09:00:00.000Z',
    }),
  ],
  skipped: [{ file: 'broken.har', entry: 7, reason: 'it is not JSON' }],
  skippedTotal: 1,
};

const audited = (): Report => {
  const { exchanges, ...rest } = exampleReport({ depth: 'passive', seed: 0 });
  return {
    ...rest,
    exchanges: exchanges.map(undated),
    audit: AUDIT,
  };
};

/** As a format has it that writes neither dates nor durations. */
function undated(exchange: ReportedExchange): ReportedExchange {
  const { startedAt: _, durationMs: __, ...rest } = exchange;
  return { ...rest, recorded: { file: 'actions.har', entry: 3 } };
}

test('every format tells each deviation with how often and when', () => {
  const shown = renderConsole(audited(), { colour: false, files: [] });
  expect(shown).toContain(
    'SHOULD /current_version is documented nowhere: 2 of 119 creates, first 2025-01-13, last 2026-01-28',
  );
  expect(shown).toContain(
    'client the runtime node16 is no longer offered: 1 of 119 creates, first 2025-01-13',
  );
  expect(shown).toContain('Audited: 120 files, 4000 entries; 891 exchanges judged');
  for (const text of [renderMarkdown(audited()), renderHtml(audited())]) {
    expect(text).toContain('2 of 119 creates, first 2025-01-13, last 2026-01-28');
    expect(text).toContain('broken.har, entry 7: it is not JSON');
    expect(text).toContain('since 2022-01-01T00:00:00.000Z');
  }
});

test('a page points to file and entry, and holds each exchange once', () => {
  const page = renderHtml(audited());
  expect(page).toContain('actions.har');
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a page stays well-formed, whatever was recorded', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
  const page = renderHtml(withEveryString(audited(), HOSTILE));
  const { results } = await validator.validateString(page);
  const wrong = results
    .flatMap(({ messages }) => messages)
    .filter(({ ruleId }) => /dup|close|parser|order/.test(ruleId));
  expect(wrong).toEqual([]);
  expect(page).not.toContain('<script>alert');
});

test.each(Object.entries(formats))('%s stands exchanges without dates and durations', (_, { render }) => {
  expect(render(audited())).not.toMatch(/undefined|NaN/);
});

test('verdicts that changed are told', () => {
  const again = exampleReport({
    rejudged: {
      at: '2026-11-23T02:00:00.000Z',
      suite: { name: 'actions-conformance', version: '0.1.0', catalogueDigest: 'a'.repeat(64) },
      changes: [
        { requirement: 'request.name.echo', before: 'failed', after: 'passed' },
        { requirement: 'auth.none', after: 'failed' },
      ],
    },
  });
  for (const text of [
    renderConsole(again, { colour: false, files: [] }),
    renderMarkdown(again),
    renderHtml(again),
  ]) {
    expect(text).toContain('request.name.echo: failed, now passed');
    expect(text).toContain('auth.none: not judged before, now failed');
  }
});
