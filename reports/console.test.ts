import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { renderConsole } from './console.ts';
import { exampleReport, exampleResult } from './example-report.ts';
import { HOSTILE, withEveryString } from './hostile-report.ts';

const plain = { colour: false, files: ['out/report.html', 'out/report.json'] };

/** A run in which everything went wrong in its own way. */
function disaster(): ReturnType<typeof exampleReport> {
  const [, failed] = exampleReport().requirements;
  const many = Array.from({ length: 60 }, (_, index) => index);
  return exampleReport({
    requirements: [
      ...many.map((index) => exampleResult(`a.b${index}`, 'MUST', 'holds', { ...failed, id: `a.b${index}` })),
      ...many.map((index) =>
        exampleResult(`c.d${index}`, 'MUST', 'holds', {
          verdict: 'not-exercised',
          reason: `reason ${index}`,
        }),
      ),
    ],
  });
}

test('the first line is the verdict and why', () => {
  const [first] = renderConsole(exampleReport(), plain).split('\n');
  expect(first).toBe('Not conformant. 1 MUST was broken and 1 could not be shown.');
});

test('a broken requirement comes with its level, title, body, message and shell line', () => {
  const text = renderConsole(exampleReport(), plain);
  expect(text).toContain('failed MUST request.name.required refuses an action without a `name`');
  expect(text).toContain('it was answered with 201');
  expect(text).toContain('body: {"code":"exports.onExecutePostLogin');
  expect(text).toMatch(/^ {2}curl -sS .*AUTH0_API_TOKEN/m);
});

test('it tells what could not be shown, what is known, what was spent and where the files are', () => {
  const text = renderConsole(exampleReport(), plain);
  expect(text).toContain('1 × the budget of requests was spent (lifecycle.deploy)');
  expect(text).toContain('1 known deviation: repeated-name-accepted (1)');
  expect(text).toContain('3 interactions of pacts: 1 verified, 1 failed, 1 not exercised');
  expect(text).toMatch(/failed deploy-tool: a read of an action: .*\/status: is missing/);
  expect(text).toContain('\n  1 not exercised: the target tells no rate limit that could be spent\n');
  expect(text).toContain('4 requests: 2 creates, 2 probes');
  expect(text).toMatch(/out\/report\.html\n +out\/report\.json/);
});

test('however much broke, it fits one screen and counts what it left out', () => {
  const text = renderConsole(disaster(), plain);
  expect(text.split('\n').length).toBeLessThanOrEqual(44);
  expect(text).toContain('and 56 more in the report');
  expect(text).toContain('57 × other reasons');
});

test('a clean run is a few lines', () => {
  const clean = exampleReport({
    requirements: [],
    waivers: [],
    interactions: [],
    verdict: 'conformant',
    summary: 'All kept.',
  });
  expect(renderConsole(clean, plain).trim().split('\n').length).toBeLessThanOrEqual(6);
});

describe('colours', () => {
  test('are there only when asked for, and change no word', () => {
    const coloured = renderConsole(exampleReport(), { ...plain, colour: true });
    expect(coloured).toContain('\u001B[31m');
    expect(stripVTControlCharacters(coloured)).toBe(renderConsole(exampleReport(), plain));
  });

  test('come from nobody else', () => {
    const text = renderConsole(withEveryString(exampleReport(), HOSTILE), plain);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u2028|\u202E/u);
  });
});

test('a shell line that could not be run as it stands is not shown', () => {
  const [first, second, ...rest] = exampleReport().exchanges;
  const exchanges = [first, second && { ...second, curl: "curl -d 'a\nb'" }, ...rest].filter(
    (each) => each !== undefined,
  );
  const text = renderConsole(exampleReport({ exchanges }), plain);
  expect(text).toContain('the curl line is in the report');
  expect(text).not.toContain("'a");
});
