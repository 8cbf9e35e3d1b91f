import { describe, expect, test } from 'vitest';
import { exampleReport } from './example-report.ts';
import { HOSTILE, withEveryString } from './hostile-report.ts';
import { fenced, plain, table } from './markdown-text.ts';
import { renderMarkdown } from './markdown.ts';

describe('plain', () => {
  test.each([
    '*bold*',
    '_it_',
    '`code`',
    '[a](b)',
    '<b>',
    '&amp;',
    '~~no~~',
    '$x$',
    '@name',
    '#1',
    'a|b',
    'a\\',
  ])('takes the markup out of %s', (text) => {
    expect(plain(text)).not.toMatch(/[*_`[\]<>~$@|\\]|&(?!#\d+;)|(?<!&)#/);
  });

  test('keeps the text on a line', () => {
    expect(plain('a\n\n# b')).not.toContain('\n');
  });

  test('makes no link of an address', () => {
    expect(plain('http://evil and www.evil')).not.toMatch(/http:\/\/|www\./);
  });
});

test('a fence is longer than any run of backticks inside', () => {
  expect(fenced('a ```` b ``` c')).toMatch(/^`{5}\n[^]*\n`{5}$/);
  expect(fenced('a')).toBe('```\na\n```');
});

test('every row of a table has as many cells as its head', () => {
  const rows = table(['a', 'b'], [[plain('x|y'), plain('z\\|')]]).split('\n');
  expect(rows.map((row) => row.split('|').length)).toEqual([4, 4, 4]);
});

describe('the summary', () => {
  const text = renderMarkdown(exampleReport());

  test('opens with the verdict and why', () => {
    expect(text).toMatch(/^## Not conformant\n\n1 MUST was broken/);
  });

  test('counts by level', () => {
    expect(text).toContain('| MUST | 0 | 1 | 0 | 0 | 1 | 1 | 1 |');
  });

  test('shows each broken requirement once, folded, with its shell line', () => {
    expect(text.match(/<details>/g)).toHaveLength(3);
    expect(text.match(/<\/details>/g)).toHaveLength(3);
    expect(text).toContain('<code>request.name.required</code>');
    expect(text).toMatch(/repeat: +curl/);
  });

  test('tells known deviations, what could not be shown and what was spent', () => {
    expect(text).toContain('| <code>repeated-name-accepted</code> |');
    expect(text).toContain('the budget of requests was spent: <code>lifecycle.deploy</code>');
    expect(text).toContain('2 creates, 2 probes');
  });

  test('tells which interactions of pacts were not verified, and why', () => {
    expect(text).toContain('3 interactions of pacts: 1 verified, 1 failed, 1 not exercised.');
    expect(text).toMatch(/\| sdk \| a create when the rate limit is spent \| not exercised \|/);
    expect(text).not.toMatch(/\| deploy-tool \| a create with only/);
  });

  test('leaves no section empty', () => {
    const clean = renderMarkdown(
      exampleReport({
        requirements: [],
        waivers: [],
        interactions: [],
        drift: { undocumented: [], unseen: [] },
      }),
    );
    expect(clean.match(/^### .*/gm)).toEqual(['### Reproduce']);
  });
});

test('nothing that a target sends becomes markup', () => {
  const attack = `${HOSTILE}\n\`\`\`\n\n# title\n| a | b |\n[x](y) ~~~`;
  const text = renderMarkdown(withEveryString(exampleReport(), attack));
  const outside = text.replaceAll(/^(`{3,})\w*\n[^]*?\n\1$/gm, '');
  const tags = new Set([...outside.matchAll(/<[^>]*>/g)].map(([tag]) => tag));
  expect(tags).toEqual(
    new Set([
      '<code>',
      '</code>',
      '<details>',
      '</details>',
      '<summary>',
      '</summary>',
      '<b>',
      '</b>',
      '<br>',
    ]),
  );
  expect(outside).not.toContain('`');
  expect(outside.match(/^#+ .*/gm)).toEqual(renderMarkdown(exampleReport()).match(/^#+ .*/gm));
  expect(outside.match(/^\|/gm)).toEqual(renderMarkdown(exampleReport()).match(/^\|/gm));
});
