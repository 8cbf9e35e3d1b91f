import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { matrixOf } from '../changes/matrix.ts';
import { mutants } from '../fixtures/mutants/shelf.ts';
import { eventful, trendsOf } from '../reports/example-changes.ts';
import { exampleReport } from '../reports/example-report.ts';
import { HOSTILE, withEveryString } from '../reports/hostile-report.ts';
import { renderHtml } from '../reports/html.ts';
import { matrixRenderers } from '../reports/render-matrix.ts';
import { renderNight } from '../reports/render-night.ts';
import { brightnessAt } from './brightness-at.ts';
import { launchBrowser } from './launch-browser.ts';
import { observe } from './self-validation.ts';

/** What a page did that no report may do. */
interface Trespass {
  readonly requests: string[];
  readonly errors: string[];
  readonly dialogs: string[];
}

let dir: string;
let browser: Browser;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pages-'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(dir, { recursive: true, force: true });
});

let page: Page;
let trespass: Trespass;
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  page = await context.newPage();
  const seen: Trespass = { requests: [], errors: [], dialogs: [] };
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text());
  });
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  trespass = seen;
});
afterEach(async () => page.context().close());

async function open(html: string, fragment = ''): Promise<void> {
  const file = join(dir, 'report.html');
  await writeFile(file, html);
  await page.goto(`${pathToFileURL(file).href}${fragment}`);
}

/** A page about a tenant that misspells its status: one red row among many green ones. */
async function redPage(): Promise<string> {
  const mutant = mutants.find(({ name }) => name === 'status-of-action-mistyped');
  if (mutant === undefined) throw new Error('the shelf has lost the mutant');
  const { report } = await observe({ wrap: mutant.wrap });
  if (report === undefined) throw new Error('there is no report');
  return renderHtml(report);
}

/** The page of a night on which much has changed, after many others. */
async function nightPage(): Promise<string> {
  const night = { report: exampleReport(), change: eventful, trends: trendsOf(90) };
  return (await renderNight(night, ['html'])).get('report.html') ?? '';
}

/** The page of two targets. */
function matrixPage(): string {
  const report = exampleReport();
  const other = { ...report, target: { ...report.target, url: 'https://other.eu.auth0.com' } };
  return matrixRenderers['matrix.html'](matrixOf([report, other]));
}

/** Opens whatever can be opened, as a reader does who looks for something. */
const openEverything = (): Promise<unknown> =>
  page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');

const shownRows = (): Promise<number> => page.locator('.row:visible').count();

describe('a report that found something', () => {
  let html: string;
  beforeAll(async () => {
    html = await redPage();
  });
  beforeEach(() => open(html));

  it('asks for nothing but itself, and its script runs without a word', () => {
    expect(trespass.requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    expect(trespass.requests).toHaveLength(1);
    expect(trespass.errors).toEqual([]);
  });

  it('narrows its rows to a verdict, to words and to both, and says how many it shows', async () => {
    const all = await shownRows();
    expect(all).toBeGreaterThan(250);
    await page.locator('input[value=failed]').check();
    const failed = await shownRows();
    expect(failed).toBeGreaterThan(0);
    expect(failed).toBeLessThan(10);
    expect(await page.locator('#shown').textContent()).toBe(`${failed} of ${all} shown`);
    await page.locator('#find').fill('no requirement is called so');
    expect(await shownRows()).toBe(0);
    expect(await page.locator('#none').isVisible()).toBe(true);
    await page.locator('#clear').click();
    expect(await shownRows()).toBe(all);
    await page.locator('#find').fill('STATUS enum');
    const found = await page.locator('.row:visible .what').allTextContents();
    expect(found.length).toBeGreaterThan(0);
    for (const what of found) expect(what.toLowerCase()).toMatch(/status.*enum|enum.*status/s);
  });

  it('is used by the keyboard alone', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('answer.action.status.enum');
    expect(await shownRows()).toBe(1);
    const row = page.locator('.row:visible');
    expect(await row.getAttribute('open')).toBeNull();
    await row.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await row.getAttribute('open')).toBe('');
    expect(await row.locator('.curl').first().isVisible()).toBe(true);
    await page.locator('#find').focus();
    await page.keyboard.press('Escape');
    expect(await shownRows()).toBeGreaterThan(250);
  });

  it('opens and closes all that it shows', async () => {
    await page.locator('input[value=failed]').check();
    await page.locator('#open').click();
    expect(await page.locator('.row[open]').count()).toBe(await shownRows());
    await page.locator('#close').click();
    expect(await page.locator('.row[open]').count()).toBe(0);
  });

  it('opens the row that a link points to, though it was filtered away', async () => {
    await page.locator('input[value=passed]').check();
    const link = page.locator('a[href^="#"]').filter({ visible: true }).first();
    const href = (await link.getAttribute('href')) ?? '';
    await link.click();
    const target = page.locator(`[id="${href.slice(1)}"]`);
    expect(await target.isVisible()).toBe(true);
  });

  it('gives the whole shell line to whoever copies it', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('input[value=failed]').check();
    await page.locator('#open').click();
    const line = (await page.locator('.curl:visible').first().textContent()) ?? '';
    expect(line).toMatch(/^curl /);
    await page.locator('.curl:visible + button').first().click();
    await page
      .getByRole('button', { name: /Copied|Selected/ })
      .first()
      .waitFor();
    const taken = String(await page.evaluate('String(getSelection()) || navigator.clipboard.readText()'));
    expect(taken.trim()).toBe(line.trim());
  });

  it('prints the summary and what failed, and nothing that can only be clicked', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.trouble .sides').first().isVisible()).toBe(true);
    expect(await page.locator('.on-paper').isVisible()).toBe(true);
    expect(
      await page.locator('.row:visible, .filters:visible, button:visible, summary:visible').count(),
    ).toBe(0);
    const sheets = (await page.pdf()).toString('latin1').match(/\/Type \/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.length).toBeLessThan(6);
  });

  it('begins with what failed, above the fold', async () => {
    await page.evaluate('scrollTo(0, 0)');
    const failure = await page.locator('.trouble .sides').first().boundingBox();
    expect(failure?.y).toBeLessThan(600);
  });

  it('can be read without its script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(page.url());
    expect(await plain.locator('.row').count()).toBeGreaterThan(250);
    expect(await plain.locator('.filters').isVisible()).toBe(false);
    await plain.locator('.row > summary').first().click();
    expect(await plain.locator('.row .basis').first().isVisible()).toBe(true);
    await context.close();
  });
});

describe.each([
  ['a report', redPage],
  ['a report of a night', nightPage],
  ['a matrix of targets', matrixPage],
])('the page of %s', (_, make) => {
  let html: string;
  beforeAll(async () => {
    html = await make();
  });

  it.each(['light', 'dark'] as const)('is accessible when it is %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open(html);
    await openEverything();
    await page.evaluate(axe.source);
    const found: unknown = await page.evaluate(
      `axe.run().then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
    );
    expect(found).toEqual([]);
    const background = String(
      await page.evaluate('getComputedStyle(document.documentElement).backgroundColor'),
    );
    const brightest = Math.max(...(background.match(/\d+/g) ?? []).map(Number));
    expect(brightest > 128, background).toBe(colorScheme === 'light');
  });

  it.each([360, 800])('needs no scrolling sideways on a screen %i pixels wide', async (width) => {
    await page.setViewportSize({ width, height: 700 });
    await open(html);
    await openEverything();
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

it.each([360, 800, 1200])('no label runs into what stands beside it, %i pixels wide', async (width) => {
  await page.setViewportSize({ width, height: 700 });
  await open(await nightPage());
  await openEverything();
  const labels = '.trouble > li > .chip, .changes > li > .state';
  expect(await page.locator(labels).count()).toBeGreaterThan(8);
  const overlaps = await page.evaluate(
    `[...document.querySelectorAll('${labels}')].filter((label) => {
      const [mine, next] = [label, label.nextElementSibling].map((part) => part.getBoundingClientRect());
      return mine.right > next.left && mine.bottom > next.top + 1;
    }).map((label) => label.textContent)`,
  );
  expect(overlaps).toEqual([]);
});

it('a box with more in it than it shows has a shadow at the edge behind which it is, and at no other', async () => {
  const one = exampleReport();
  const long = Array.from({ length: 200 }, (_, index) => `line ${index}`).join('\n');
  const requirements = one.requirements.map((result) => ({
    ...result,
    findings: result.findings.map((finding) => ({ ...finding, actual: long })),
  }));
  await open(renderHtml({ ...one, requirements }));
  await openEverything();
  const box = page.locator('.finding .sides pre').nth(1);
  await box.scrollIntoViewIfNeeded();
  const atTop = await box.screenshot();
  await box.evaluate((element) => {
    (element as unknown as { scrollTop: number }).scrollTop = 1e6;
  });
  expect(await brightnessAt(page, atTop, 'top')).toBeGreaterThan(await brightnessAt(page, atTop, 'bottom'));
  const atEnd = await box.screenshot();
  expect(await brightnessAt(page, atEnd, 'bottom')).toBeGreaterThan(await brightnessAt(page, atEnd, 'top'));
});

describe('a report in which everything is hostile', () => {
  it('runs nothing, asks for nothing, and shows it as text', async () => {
    await open(renderHtml(withEveryString(exampleReport(), HOSTILE)));
    await page.locator('#open').click();
    expect(trespass).toMatchObject({ errors: [], dialogs: [] });
    expect(trespass.requests).toHaveLength(1);
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('body').textContent()).toContain('<script>alert(1)</script>');
  });
});
