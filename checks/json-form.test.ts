import { expect, test } from 'vitest';

import { evidenceOf, findingsOf, type Example } from './example-exchange.ts';
import { judge } from './judge.ts';

const judged = (example: Example) => judge({ kind: 'json' }, evidenceOf({ text: '{}', ...example }));
const typed = (type: string | readonly string[]): Example => ({ headers: { 'content-type': type } });

test.each([
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'Application/JSON ; charset="utf-8"',
  'application/json; profile=x',
])('%s declares JSON', (type) => {
  expect(judged(typed(type))).toEqual({ outcome: 'held', observed: true });
});

test.each<[string, Example, string]>([
  ['no type', { headers: {} }, 'nothing'],
  ['a page', typed('text/html'), 'text/html'],
  ['a type that begins alike', typed('application/jsonp'), 'application/jsonp'],
  ['a type of its own', typed('application/problem+json'), 'application/problem+json'],
  ['two types', typed(['application/json', 'text/html']), 'application/json,text/html'],
])('%s does not declare JSON', (_, example, actual) => {
  expect(findingsOf(judged(example))).toEqual([
    {
      message: 'the answer does not declare JSON',
      path: 'header content-type',
      kind: 'undeclared',
      expected: 'application/json',
      actual,
    },
  ]);
});

test.each(['application/json; charset=iso-8859-1', 'application/json;charset="UTF-16"'])(
  '%s declares another encoding',
  (type) => {
    expect(findingsOf(judged(typed(type)))).toEqual([
      {
        message: 'the answer declares another character encoding than UTF-8',
        path: 'header content-type',
        kind: 'charset',
        expected: 'charset=utf-8',
        actual: type,
      },
    ]);
  },
);

test.each([
  ['there is nothing after the headers', '', 'no body'],
  ['something follows the value', '{} and more', '{} and more'],
  ['it breaks off', '{"id":', '{"id":'],
])('an answer is no JSON where %s', (_, text, actual) => {
  expect(findingsOf(judged({ text }))).toEqual([
    {
      message: expect.stringMatching(/^the answer is not JSON: ./) as string,
      path: '',
      kind: 'syntax',
      expected: 'JSON',
      actual,
    },
  ]);
});

test.each([
  ['begins with a byte order mark', '\ufeff{"a":1}', '{"a":1}'],
  ['holds bytes that are no UTF-8', '{"a":"\ufffd"}', '{"a":"\ufffd"}'],
])('an answer that %s is found for its encoding', (_, text, actual) => {
  expect(findingsOf(judged({ text, utf8: false }))).toEqual([
    {
      message: 'the answer is not UTF-8, or begins with a byte order mark',
      path: '',
      kind: 'encoding',
      expected: 'UTF-8',
      actual,
    },
  ]);
});

test('a replacement character that was really sent is no fault', () => {
  expect(judged({ text: '{"a":"\ufffd"}' })).toEqual({ outcome: 'held', observed: true });
});

test('what is declared and what is there are two findings', () => {
  const paths = findingsOf(judged({ ...typed('text/plain'), text: 'oops' })).map(({ path }) => path);
  expect(paths).toEqual(['header content-type', '']);
});
