import { describe, expect, test } from 'vitest';
import { exampleCases, exampleExchanges } from './example-exchanges.ts';
import { exampleReport, exampleResult } from './example-report.ts';
import { renderHtml } from './html.ts';

const page = renderHtml(exampleReport());

/** What a reader sees: text without tags, style and script. */
function seen(html: string): string {
  return html
    .replaceAll(/<(style|script)>[^]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(
      /&(quot|gt|lt|amp|#39);/g,
      (_, name: string) => ({ quot: '"', gt: '>', lt: '<', amp: '&' })[name] ?? "'",
    );
}

/** The row of a requirement with all that is behind it. */
function rowOf(html: string, id: string): string {
  const [, rest = ''] = html.split(`id="req-${id}"`);
  return rest.split('<details class="row"')[0] ?? '';
}

test('it opens with the verdict, its reason and the target, and ends with what the run was', () => {
  const text = seen(page);
  const top = text.slice(0, text.indexOf('Diagnosis'));
  for (const part of [
    'Not conformant. 1 MUST was broken',
    'http://127.0.0.1:4010',
    '2026-11-23 02:00:00 UTC',
  ]) {
    expect(top).toContain(part);
  }
  const about = text.slice(text.indexOf('About this run'));
  for (const part of [
    '42',
    'c0ffee42c0ff',
    '1 min 23 s',
    '4 requests: 2 creates',
    '432 known faulty tenants',
  ]) {
    expect(about).toContain(part);
    expect(top).not.toContain(part);
  }
});

test('what was expected stands beside what was there in the list of failures, without a click', () => {
  const list = page.slice(page.indexOf('What failed or warned'), page.indexOf('Consumer contracts'));
  expect(list).not.toContain('<details');
  expect(seen(list)).toMatch(/Expected400 to 499\s+Observed at status201/);
});

test('a long value is cut in the list of failures, and whole in its row', () => {
  const actual = 'x'.repeat(5000);
  const broken = brokenBy('a.b', 'x2');
  const html = renderHtml(
    exampleReport({
      requirements: [{ ...broken, findings: broken.findings.map((finding) => ({ ...finding, actual })) }],
    }),
  );
  expect(html.split(actual)).toHaveLength(2);
  expect(rowOf(html, 'a.b')).toContain(actual);
});

test('the interactions of pacts are told, there and under the requirements that they are evidence for', () => {
  expect(page).toContain('3 interactions of pacts: 1 verified, 1 failed, 1 not exercised.');
  expect(page).toContain('<code>/status</code> is missing');
  expect(page).toMatch(
    /<a href="#req-lifecycle\.deploy">lifecycle\.deploy<\/a> <code class="id">answer\.unknown<\/code>/,
  );
  const [, row = ''] = page.split('id="req-lifecycle.deploy"');
  expect(row.slice(0, row.indexOf('</details>'))).toMatch(/deploy-tool: a read of an action .*failed/);
});

test('the parts come in the order in which a reader asks', () => {
  const headings = [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title);
  expect(headings).toEqual([
    'Diagnosis',
    'What failed or warned',
    'Consumer contracts',
    'Verdicts',
    'Known deviations',
    'Drift',
    'Requirements',
    'About this run',
    'Reproduce',
  ]);
});

test('actions left over are set off', () => {
  expect(page).not.toContain('class="left-over"');
  const left = renderHtml(exampleReport({ actions: { created: 2, deleted: 1, leftOver: 1 } }));
  expect(left).toMatch(/class="left-over">2 actions created, 1 deleted, 1 left over/);
});

test('every requirement has a row that says its level, title and verdict', () => {
  for (const { id, level, verdict } of exampleReport().requirements) {
    const row = rowOf(page, id);
    expect(row).toContain(`data-verdict="${verdict}" data-level="${level}"`);
    expect(row).toContain(`class="chip ${verdict}"`);
  }
});

describe('the row of a broken requirement', () => {
  const row = rowOf(page, 'request.name.required');

  test.each([
    ['its source and the day it was read', 'documentation page: Body > name, read 2026-11-22'],
    ['its notes', 'The action that came of it was deleted.'],
    ['the fault', 'Fault at /name: missing, against required. "probe-1" became nothing'],
    ['what was expected', '400 to 499'],
    ['the twin', 'Its valid twin: a valid action with code.'],
    ['the request, laid out', '{\n  "code": "exports'],
    ['the answer', 'HTTP 201\ncontent-type: application/json; charset=utf-8\n\n{\n  "id": "a-2"'],
    ['the shell line', 'curl -sS -X POST'],
    ['how many findings there are besides', '2 more findings'],
  ])('says %s', (_, words) => {
    expect(seen(row)).toContain(words);
  });
});

test('a requirement that nothing contradicted is told from one that held', () => {
  const mark = '"chip unobserved"';
  expect(rowOf(page, 'answer.action.built_at')).toContain(mark);
  expect(rowOf(page, 'auth.none')).not.toContain(mark);
  expect(seen(page)).toContain('1 requirement held without a single observation');
  const seenOnce = exampleReport({ requirements: [exampleResult('a.b', 'MUST', 'holds')] });
  expect(rowOf(renderHtml(seenOnce), 'a.b')).not.toContain(mark);
  expect(seen(renderHtml(seenOnce))).not.toContain('without a single observation');
});

test('a known deviation says whether this target shows it, and links to its row where there is one', () => {
  expect(seen(page)).toContain('repeated-name-accepted seen in 1 finding');
  const [waiver] = exampleReport().waivers;
  const html = renderHtml(
    exampleReport({ requirements: [], waivers: waiver ? [{ ...waiver, findings: 0 }] : [] }),
  );
  expect(seen(html)).toContain('repeated-name-accepted not seen on this target');
  expect(html).not.toContain('href=');
});

test('an exchange is shown once, however many findings point to it', () => {
  const twice = ['request.name.first', 'request.name.again'].map((id) => brokenBy(id, 'x2'));
  const html = renderHtml(exampleReport({ requirements: twice }));
  expect(html.split('id="exchange-x2"')).toHaveLength(2);
  expect(rowOf(html, 'request.name.again')).toContain('href="#exchange-x2"');
});

test('a lost exchange says why there is no answer', () => {
  const html = renderHtml(exampleReport({ requirements: [brokenBy('a.b', 'x4')] }));
  expect(seen(html)).toContain('broken-off\n\nthe connection was closed');
});

test('a clean run of the whole catalogue stays below 400 kB', () => {
  const cases = Array.from({ length: 120 }, (_, index) => ({
    id: `case-${index}`,
    title: `a valid action with several dependencies and secrets: ${index}`,
    phase: 'edges' as const,
    exchanges: [`x${index}`],
  }));
  const [exchange] = exampleExchanges;
  const html = renderHtml(
    exampleReport({
      requirements: Array.from({ length: 273 }, (_, index) =>
        exampleResult(
          `answer.some_noun.some_property_${index}`,
          'MUST',
          '`some_property` of a noun of the answer, if present, is a string',
          { cases: cases.map(({ id }) => id) },
        ),
      ),
      cases: [...exampleCases, ...cases],
      exchanges: exchange
        ? Array.from({ length: 250 }, (_, index) => ({ ...exchange, id: `x${index}` }))
        : [],
    }),
  );
  expect(Buffer.byteLength(html)).toBeLessThan(400_000);
  expect(seen(html)).toContain('and 112 more');
});

function brokenBy(id: string, exchange: string): ReturnType<typeof exampleResult> {
  const finding = {
    cause: `${id}:status:2xx`,
    message: 'broken',
    path: 'status',
    expected: '400',
    actual: '201',
    exchange,
    case: 'no-name',
    phase: 'edges',
  } as const;
  return exampleResult(id, 'MUST', 'holds', { verdict: 'failed', findings: [finding], findingsTotal: 1 });
}
