import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { htmlMessages } from './example-html.ts';
import { exampleReport } from './example-report.ts';
import { HOSTILE, withEveryString } from './hostile-report.ts';
import { renderHtml } from './html.ts';

const pages = [
  ['an ordinary report', renderHtml(exampleReport())],
  ['a hostile report', renderHtml(withEveryString(exampleReport(), HOSTILE))],
] as const;
const [[, ordinary], [, attacked]] = pages;

/** Every tag in order, with the names of its attributes: what a page is made of, without what it says. */
function skeleton(page: string): readonly string[] {
  return [...page.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replaceAll(/="[^"]*"/g, '=""'));
}

test('nothing that a target sends becomes a tag or an attribute', () => {
  expect(attacked).toContain('&lt;script&gt;alert(1)');
  expect(skeleton(attacked)).toEqual(skeleton(ordinary));
});

describe.each(pages)('%s', (_, page) => {
  test('is valid HTML', async () => {
    expect(await htmlMessages(page)).toEqual([]);
  });

  test('holds one style and one script, and the policy allows just these', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/
      .exec(page)?.[1]
      ?.replaceAll('&#39;', "'");
    for (const [directive, element] of [
      ['style-src', 'style'],
      ['script-src', 'script'],
    ] as const) {
      const found = [...page.matchAll(new RegExp(`<${element}>([^]*?)</${element}>`, 'g'))];
      expect(found).toHaveLength(1);
      const digest = createHash('sha256')
        .update(found[0]?.[1] ?? '')
        .digest('base64');
      expect(policy?.split('; ')).toContain(`${directive} 'sha256-${digest}'`);
    }
    expect(policy?.split('; ')).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('asks for nothing outside itself', () => {
    const tags = page.match(/<[^>]*>/g) ?? [];
    expect(
      tags.filter((tag) => /\s(?:src|srcset|style|on\w+|action)\s*=/.test(tag.replaceAll(/"[^"]*"/g, '""'))),
    ).toEqual([]);
    expect(tags.filter((tag) => !tag.startsWith('<a ') && /\shref=/.test(tag))).toEqual([]);
  });

  test('leads nowhere outside but to the sections of standards', () => {
    const targets = [...page.matchAll(/\shref="([^"]*)"/g)].map(([, target = '']) => target);
    const standards = /^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+#section-[\dA-Z.]+$/;
    expect(targets.filter((target) => !target.startsWith('#') && !standards.test(target))).toEqual([]);
  });

  test('has a target for every link', () => {
    const ids = new Set([...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/\shref="#([^"]*)"/g)].map(([, id]) => id);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });

  test('holds no character that could steer a reader', () => {
    expect(page).not.toMatch(/[^\P{Cc}\n\t]|\p{Cs}|\u2028|\u202E|\uFFFE/u);
  });
});
