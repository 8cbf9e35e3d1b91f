import { describe, expect, test } from 'vitest';
import { dark, light, type Palette } from './colours.ts';

/** What WCAG 2.2 asks of text of ordinary size at level AA. */
const AA = 4.5;

const BACKGROUNDS = ['paper', 'well'] as const;
const TEXTS = [
  'ink',
  'quiet',
  'link',
  'passed',
  'waived',
  'warned',
  'failed',
  'errored',
  'not-exercised',
] as const;

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, palette: Palette) => {
  test.each(BACKGROUNDS.flatMap((background) => TEXTS.map((text) => [text, background] as const)))(
    '%s is legible on %s',
    (text, background) => {
      expect(contrast(palette[text], palette[background])).toBeGreaterThanOrEqual(AA);
    },
  );
});

test('the measure knows the two ends', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#777777')).toBe(1);
});

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
