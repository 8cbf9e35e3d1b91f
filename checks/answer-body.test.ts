import { expect, test } from 'vitest';

import { answerBody, sentValue, valueOf } from './answer-body.ts';
import { exchangeOf } from './example-exchange.ts';

test('a body that is JSON is its value, even where that is null', () => {
  expect(answerBody(exchangeOf({ text: 'null' }))).toEqual({ value: null });
  expect(valueOf(exchangeOf({ text: ' {"a":[1]}\n' }))).toEqual({ a: [1] });
});

test.each([
  ['nothing', ''],
  ['two values', '{} {}'],
  ['a value that breaks off', '{"a":'],
  ['a page', '<!doctype html>'],
])('a body of %s is no value, and the reason is told', (_, text) => {
  const exchange = exchangeOf({ text });
  expect(answerBody(exchange)).toEqual({ trouble: expect.stringContaining('JSON') as string });
  expect(valueOf(exchange)).toBeUndefined();
});

test('without an answer there is no body', () => {
  const exchange = exchangeOf({ trouble: { kind: 'timeout', message: 'silence' } });
  expect(answerBody(exchange)).toEqual({ trouble: 'there is no body' });
});

test('two exchanges with one and the same text have each a body of their own', () => {
  const [one, two] = [exchangeOf({ text: '{"a":1}' }), exchangeOf({ text: '{"a":1}' })];
  expect(valueOf(one)).toBe(valueOf(one));
  expect(valueOf(one)).not.toBe(valueOf(two));
});

test('what was sent is read from the request, and is nothing where that was no JSON', () => {
  const exchange = exchangeOf({ sent: { name: 'a' }, answered: { name: 'b' } });
  expect(sentValue(exchange)).toEqual({ name: 'a' });
  expect(sentValue({ ...exchange, request: { ...exchange.request, body: '{"name"' } })).toBeUndefined();
  expect(sentValue(exchangeOf())).toBeUndefined();
});
