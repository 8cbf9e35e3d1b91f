import { assert, jsonValue, property } from 'fast-check';
import { expect, test } from 'vitest';
import { prettyJson } from './pretty-json.ts';

test('lays out like JSON.stringify does', () => {
  assert(
    property(jsonValue(), (value) => {
      expect(prettyJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
    }),
    { seed: 1 },
  );
});

test('keeps repeated keys, large numbers and escapes as they were written', () => {
  expect(prettyJson('{"a":1.0,"a":12345678901234567890,"b":"\\u003c{,:"}')).toBe(
    '{\n  "a": 1.0,\n  "a": 12345678901234567890,\n  "b": "\\u003c{,:"\n}',
  );
});

test('leaves what is no JSON alone', () => {
  expect(prettyJson('{"a":')).toBe('{"a":');
});
