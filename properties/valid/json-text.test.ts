import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Json } from '../../contracts/expectation.ts';
import { jsonText, reversed } from './json-text.ts';

const json = fc.jsonValue().map((value) => value as Json);

test.each([{ gap: ' \t\r\n' }, { escaped: true }, { gap: '\n', escaped: true }])(
  'a value written with %j is the same value',
  (manner) => {
    fc.assert(
      fc.property(json, (value) => {
        // JSON has no -0.
        expect(JSON.parse(jsonText(value, manner))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 1 },
    );
  },
);

test('escapes stand in names and texts, and not in placeholders', () => {
  expect(jsonText({ name: '<<name>> é/"😀' }, { escaped: true })).toBe(
    String.raw`{"na\u006d\u0065":"<<name>> \u00e9\/\"\ud83d\ude00"}`,
  );
});

test('white space stands around every token', () => {
  expect(jsonText({ a: [1, null] }, { gap: ' ' })).toBe(' { "a" : [ 1 , null ] } ');
});

test('the opposite order is that of all objects, and of no list', () => {
  expect(JSON.stringify(reversed({ a: 1, b: [{ c: 1, d: 2 }, 3] }))).toBe('{"b":[{"d":2,"c":1},3],"a":1}');
});
