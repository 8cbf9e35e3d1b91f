import { expect, test } from 'vitest';
import { visible, visibleLine } from './visible.ts';

test('ordinary text of any script stays as it is', () => {
  const text = 'Grüße, 日本語 👩‍🚀 e\u0301\n\tindented';
  expect(visible(text)).toBe(text);
});

test('escape sequences and other control characters are drawn, not obeyed', () => {
  expect(visible('a\u001B[31mb\u0000\r\u007F\u0085')).toBe('a␛[31mb␀␍␡\uFFFD');
});

test('what reorders or breaks a line, and what no document may hold, is replaced', () => {
  expect(visible('\u202Eabc\u2028\uFFFE\uD800x\uDC00')).toBe('\uFFFDabc\uFFFD\uFFFD\uFFFDx\uFFFD');
});

test('a line stays a line', () => {
  expect(visibleLine('a\nb\tc')).toBe('a␊b c');
});
