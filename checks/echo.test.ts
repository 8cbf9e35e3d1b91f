import { describe, expect, test } from 'vitest';

import type { Json } from '../contracts/expectation.ts';
import { evidenceOf, findingsOf, type Example } from './example-exchange.ts';
import { judge } from './judge.ts';

const HELD = { outcome: 'held', observed: true };
const UNSEEN = { outcome: 'held', observed: false };

describe('an echo', () => {
  const echo = (sent: Json, answered: Json, parts?: readonly string[]) =>
    judge(
      { kind: 'echo', property: 'list', in: '/list', ...(parts === undefined ? {} : { parts }) },
      evidenceOf({ sent: { list: sent }, answered: { list: answered } }),
    );
  const [one, two] = [
    { name: 'a', version: '1' },
    { name: 'b', version: '2' },
  ];

  test.each<[string, Json, Json]>([
    ['text to the letter', 'é\r\n ', 'é\r\n '],
    ['an empty list', [], []],
    ['a list in order', [one, two], [one, two]],
    ['items with keys that the server adds', [one], [{ id: 'x', ...one, registry_url: 'u' }]],
    ['items with their keys in another order', [one], [{ version: '1', name: 'a' }]],
  ])('repeats %s', (_, sent, answered) => {
    expect(echo(sent, answered)).toEqual(HELD);
  });

  test.each<[string, Json, Json]>([
    ['trimmed text', ' a ', 'a'],
    ['text in another normal form', '\u00e9', 'e\u0301'],
    ['text with other line ends', 'a\r\nb', 'a\nb'],
    ['a list in another order', [one, two], [two, one]],
    ['a list without one item', [one, two], [one]],
    ['a list with one item more', [one], [one, two]],
    ['an item without one of its keys', [one], [{ name: 'a' }]],
    ['an item with an altered value', [one], [{ name: 'a', version: '1.0' }]],
    ['an object for a list', [one], { 0: one }],
    ['null for a list', [], null],
    ['a number for text', '1', 1],
  ])('does not repeat %s', (_, sent, answered) => {
    expect(findingsOf(echo(sent, answered))).toEqual([
      {
        message: '/list does not repeat the `list` that was sent',
        path: '/list',
        kind: 'changed',
        expected: JSON.stringify(sent),
        actual: JSON.stringify(answered),
      },
    ]);
  });

  test('leaves out the parts that only a client knows, and never shows them', () => {
    const sent = [{ name: 'a', value: 'secret' }];
    expect(echo(sent, [{ name: 'a', updated_at: 'now' }], ['name'])).toEqual(HELD);
    expect(findingsOf(echo(sent, [{ name: 'b', value: 'secret' }], ['name']))).toMatchObject([
      { expected: '[{"name":"a"}]', actual: '[{"name":"b"}]' },
    ]);
  });

  test.each<[string, Example]>([
    ['nothing was sent there', { sent: {}, answered: { list: [one] } }],
    ['the answer has nothing there', { sent: { list: [one] }, answered: {} }],
    ['nothing was sent, and the answer is no JSON', { sent: {}, text: 'oops' }],
  ])('is not observed where %s', (_, example) => {
    expect(judge({ kind: 'echo', property: 'list', in: '/list' }, evidenceOf(example))).toEqual(UNSEEN);
  });

  test('may be asked for at another place', () => {
    const evidence = evidenceOf({
      sent: { code: 'a' },
      answered: { code: 'a', deployed_version: { code: 'b' } },
    });
    const at = '/deployed_version/code';
    expect(findingsOf(judge({ kind: 'echo', property: 'code', in: at }, evidence))).toMatchObject([
      { path: at, expected: '"a"', actual: '"b"' },
    ]);
  });

  test('cannot be judged where the answer is no JSON', () => {
    const evidence = evidenceOf({ sent: { list: [] }, text: 'oops' });
    expect(judge({ kind: 'echo', property: 'list', in: '/list' }, evidence)).toEqual({
      outcome: 'unjudged',
      reason: 'the answer is not JSON',
    });
  });
});

describe('a default', () => {
  const judged = (example: Example) =>
    judge({ kind: 'default', property: 'deploy', in: '/done', value: false }, evidenceOf(example));

  test('is there when the request leaves the property out', () => {
    expect(judged({ sent: {}, answered: { done: false } })).toEqual(HELD);
  });

  test('is not something else', () => {
    expect(findingsOf(judged({ sent: {}, answered: { done: null } }))).toEqual([
      {
        message: '/done is not the documented default for a request without `deploy`',
        path: '/done',
        kind: 'other',
        expected: 'false',
        actual: 'null',
      },
    ]);
  });

  test.each<[string, Example]>([
    ['the request has the property', { sent: { deploy: true }, answered: { done: true } }],
    ['the request says null', { sent: { deploy: null }, answered: { done: true } }],
    ['the answer has nothing there', { sent: {}, answered: {} }],
    ['the request was refused', { sent: {}, status: 400, answered: { done: true } }],
  ])('is not observed where %s', (_, example) => {
    expect(judged(example)).toEqual(UNSEEN);
  });
});

describe('a value', () => {
  const judged = (example: Example) => judge({ kind: 'value', in: '/page', value: 0 }, evidenceOf(example));

  test('is what the document says', () => {
    expect(judged({ answered: { page: 0 } })).toEqual(HELD);
  });

  test.each<[Json, string, string, string]>([
    [{ page: '0' }, '/page is not 0', 'other', '"0"'],
    [{}, 'the answer has no /page', 'absent', 'nothing'],
  ])('is missing from %j', (answered, message, kind, actual) => {
    expect(findingsOf(judged({ answered }))).toEqual([
      { message, path: '/page', kind, expected: '0', actual },
    ]);
  });

  test('cannot be judged where the request did not succeed', () => {
    expect(judged({ status: 404, answered: { page: 0 } })).toEqual({
      outcome: 'unjudged',
      reason: 'the request was answered with 404',
    });
  });
});
