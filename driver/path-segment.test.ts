import { expect, test } from 'vitest';

import { pathSegment } from './path-segment.ts';

test.each([
  ['a/b?c', 'a%2Fb%3Fc'],
  ['grüße', 'gr%C3%BC%C3%9Fe'],
  ['\u{d800}x', '%EF%BF%BDx'],
])('%j is %s in a path', (text, segment) => {
  expect(pathSegment(text)).toBe(segment);
});
