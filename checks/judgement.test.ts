import { expect, test } from 'vitest';

import { broken, held, heldIf, shown, unjudged } from './judgement.ts';

const finding = { message: 'm', path: '/p', kind: 'k', expected: 'e', actual: 'a' };

test('what is kept was observed, unless the judge says otherwise', () => {
  expect(held()).toEqual({ outcome: 'held', observed: true });
  expect(held(false)).toEqual({ outcome: 'held', observed: false });
});

test('what is broken has its findings, and what is not judged its reason', () => {
  expect(broken(finding, finding)).toEqual({ outcome: 'broken', findings: [finding, finding] });
  expect(unjudged('no answer')).toEqual({ outcome: 'unjudged', reason: 'no answer' });
});

test('a condition decides between kept and broken, and only a broken one is described', () => {
  expect(heldIf(false, () => finding)).toEqual({ outcome: 'broken', findings: [finding] });
  const described = heldIf(true, () => {
    throw new Error('described what was kept');
  });
  expect(described).toEqual({ outcome: 'held', observed: true });
});

test.each([
  [undefined, 'nothing'],
  [null, 'null'],
  ['nothing', '"nothing"'],
  [[1, { a: 'b' }], '[1,{"a":"b"}]'],
])('%j is shown as %s', (value, text) => {
  expect(shown(value)).toBe(text);
});
