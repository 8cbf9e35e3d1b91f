import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it, test } from 'vitest';

import schema from '../changes/change.schema.json' with { type: 'json' };
import type { Change, ChangedDeviation } from '../changes/change.ts';
import { renderChangeConsole } from './change-console.ts';
import { htmlMessages } from './example-html.ts';
import { eventful, newlyBroken, quiet, trendsOf } from './example-changes.ts';
import { exampleReport } from './example-report.ts';
import { HOSTILE } from './hostile-report.ts';
import { renderNight } from './render-night.ts';
import { slackMessage } from './slack-message.ts';

const isChange = formats.default(new Ajv2020({ allErrors: true })).compile<Change>(schema);

const filesOf = (change: Change, nights: number): Promise<ReadonlyMap<string, string>> =>
  renderNight({ report: exampleReport(), change, trends: trendsOf(nights) }, ['html', 'markdown', 'json']);

async function pageOf(change: Change, nights: number): Promise<string> {
  return (await filesOf(change, nights)).get('report.html') ?? '';
}

describe.each([
  ['the first night', quiet, 1],
  ['an eventful night after many', eventful, 90],
])('the page of %s', (_, change, nights) => {
  it('is valid HTML that keeps to the policy of the page', async () => {
    const page = await pageOf(change, nights);
    expect(await htmlMessages(page)).toEqual([]);
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(page).not.toMatch(/<[^>]* style=/);
    expect(page).not.toMatch(/(?:fill|stroke)="(?:#|rgb|white|black)/);
  });

  it('shows four charts, each with what it shows in words, and the figures as a table', async () => {
    const page = await pageOf(change, nights);
    const charts = [...page.matchAll(/<svg[^>]*class="chart"[^>]*>/g)].map(([tag]) => tag);
    expect(charts).toHaveLength(4);
    for (const tag of charts) expect(tag).toMatch(/aria-label="[^"]*ight[^"]*"/);
    expect(charts.every((tag) => tag.includes('role="img"'))).toBe(true);
    const [, table = ''] = page.split('<table class="nights">');
    expect(table.split('</table>')[0]?.match(/<tr>/g)).toHaveLength(nights + 1);
  });

  it('is the same each time, and small', async () => {
    expect(await pageOf(change, nights)).toBe(await pageOf(change, nights));
    expect((await pageOf(change, nights)).length).toBeLessThan(400_000);
  });
});

test('the change stands above everything else, with nothing in it that a target could have written as markup', async () => {
  const page = await pageOf(eventful, 2);
  const headings = [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title);
  expect(headings.slice(0, 5)).toEqual([
    'Since the last night',
    'Diagnosis',
    'What failed or warned',
    'Consumer contracts',
    'Trends',
  ]);
  expect(page).not.toContain(HOSTILE);
  expect(page).toContain('&lt;case&gt; 7');
  expect(page).toContain('Shown by 1 of 4 re-sends.');
});

test('what is new is shown with what was expected beside what was there, and what is over is not', async () => {
  const sectionOf = (page: string): string =>
    page.slice(page.indexOf('Since the last night'), page.indexOf('<h2>Diagnosis'));
  const shown = sectionOf(await pageOf(newlyBroken, 2));
  expect(shown).toContain('<pre tabindex="0">400 to 499</pre>');
  expect(shown).toContain('<dt>Observed at <code>status</code></dt><dd><pre tabindex="0">201</pre>');
  const over = newlyBroken.deviations.map(
    (each) => ({ ...each, state: 'fixed', regression: false }) as const,
  );
  expect(sectionOf(await pageOf({ ...newlyBroken, deviations: over }, 2))).not.toContain('class="sides"');
});

test('axes count in whole numbers, also on the first night and where nothing was measured', async () => {
  const ticks = async (nights: number): Promise<readonly string[]> =>
    [...(await pageOf(quiet, nights)).matchAll(/<text[^>]*>([\d.,]+)<\/text>/g)].map(([, text = '']) => text);
  expect((await ticks(1)).filter((text) => text.includes('.'))).toEqual([]);
  expect((await ticks(2)).length).toBeGreaterThanOrEqual(8);
  expect(await pageOf(quiet, 1)).toContain('nothing was measured yet');
  expect(await pageOf(quiet, 2)).not.toContain('nothing was measured yet');
});

test('the screen of a night tells the causes of what is wrong', () => {
  const text = renderChangeConsole(eventful, exampleReport(), { colour: false, files: [] });
  expect(text).toMatch(
    /^1\. It refuses nothing: .* \(explains 2 requirements: 1 failed, 1 warned\)\n {3}Next: /m,
  );
});

test('the summary of a job begins with it too', async () => {
  const markdown = (await filesOf(eventful, 2)).get('summary.md') ?? '';
  expect(markdown).toMatch(/^## Regression: <code>example<\/code>\n/);
  expect(markdown).not.toContain(HOSTILE);
  expect(markdown.indexOf('Not conformant')).toBeGreaterThan(0);
});

test('the change by itself keeps to its schema, which knows every key', async () => {
  for (const change of [eventful, quiet]) {
    const text = (await filesOf(change, 1)).get('change.json') ?? '';
    isChange(JSON.parse(text));
    expect(isChange.errors).toBeNull();
    expect(JSON.parse(text)).toEqual(change);
  }
  const known: Record<keyof ChangedDeviation, true> = {
    cause: true,
    waiver: true,
    requirement: true,
    level: true,
    state: true,
    acceptance: true,
    regression: true,
    message: true,
    path: true,
    cases: true,
    firstSeen: true,
    lastSeen: true,
    returnedAfter: true,
    resent: true,
  };
  expect(Object.keys(schema.$defs.deviation.properties)).toEqual(Object.keys(known));
});

test('the console tells what changed and what a baseline should be changed for, and cannot be steered', () => {
  const text = renderChangeConsole(eventful, exampleReport(), { colour: false, files: ['out/report.json'] });
  expect(text).toMatch(/^Regression\. 2 deviations that nobody accepted/);
  expect(text).toContain('expired on 2026-11-01 (platform): request.name.type:/b:type');
  expect(text).toContain('stale in the baseline, as it does not happen: request.name.type:status:2xx');
  expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  expect(renderChangeConsole(quiet, exampleReport({ diagnosis: [] }), { colour: false, files: [] })).toMatch(
    /^No regression\. No deviation\.\n/,
  );
});

test('a message to a channel mentions nobody whom a target names', () => {
  const { text } = slackMessage(eventful);
  expect(text).toContain('*Regression* of example');
  expect(text).toContain('request.name.type:/b:type');
  expect(text).not.toContain('<');
});
