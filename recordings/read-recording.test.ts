import { describe, expect, test } from 'vitest';

import { fixture, readAll, RECORDINGS, sourceOf } from './example-source.ts';

const ITEM = '/api/v2/actions/actions/3f6c0f5e-8a2b-4f0e-9d1a-0c7b5a9e4d21';

describe.each(RECORDINGS)('%s', (name, format) => {
  const { readings, extent } = readAll(fixture(name));
  const pairs = readings.map((reading) => {
    if (reading.kind === 'trouble') throw new Error(reading.reason);
    return reading;
  });

  test('has the exchanges about actions, by their place in the file', () => {
    expect(extent).toEqual({ entries: 5 });
    expect(
      pairs.map(({ entry, pair }) => [
        entry,
        pair.request.method,
        new URL(pair.request.url, 'https://stub.invalid').pathname,
      ]),
    ).toEqual([
      [1, 'POST', '/api/v2/actions/actions'],
      [3, 'GET', ITEM],
      [4, 'POST', `${ITEM}/deploy`],
      [5, 'DELETE', ITEM],
    ]);
    expect(new Set(pairs.map((each) => each.format))).toEqual(new Set([format]));
  });

  test('has bodies decoded to the letter, whatever they were packed in', () => {
    const [created, read, deployed, deleted] = pairs.map(({ pair }) => pair);
    expect(JSON.parse(created?.request.body ?? '')).toMatchObject({
      code: 'exports.onExecutePostLogin = async (event, api) => {\n  // grüße, 挨拶\n};\n',
    });
    expect(JSON.parse(created?.answer?.text ?? '')).toMatchObject({ status: 'pending' });
    expect(JSON.parse(read?.answer?.text ?? '')).toMatchObject({ status: 'built' });
    expect(JSON.parse(deployed?.answer?.text ?? '')).toMatchObject({ number: 1 });
    expect(deleted?.answer).toMatchObject({ status: 204, text: '', utf8: true });
  });

  test('lacks no body', () => {
    expect(
      pairs.flatMap(({ pair }) => Object.keys(pair.missing)).filter((part) => part !== 'answer-headers'),
    ).toEqual([]);
  });

  test('reads the same in pieces of any length', () => {
    const source = fixture(name);
    const bytes = Buffer.concat([...source.chunks()]);
    for (const length of [1, 7, 64, bytes.length]) {
      expect(readAll(sourceOf(bytes, source.beside, length))).toEqual({ readings, extent });
    }
  });
});

test('what a recorder keeps is told: durations, dates, headers', () => {
  const [har] = readAll(fixture('browser.har')).readings;
  expect(har).toMatchObject({
    pair: {
      startedAt: '2026-03-02T08:15:00.000Z',
      durationMs: 120.5,
      answer: { headers: { 'content-type': 'application/json; charset=utf-8' } },
      missing: {},
    },
  });
  const [cassette] = readAll(fixture('go-vcr-v1.yaml')).readings;
  expect(cassette).toMatchObject({ pair: { durationMs: 210.5, missing: { 'answer-headers': '' } } });
  expect(cassette).not.toHaveProperty('pair.startedAt');
});

test.each([
  ['', 'it is empty'],
  ['  \n', 'it is empty'],
  ['PK\u0003\u0004zip', 'it is a ZIP archive: unpack it first'],
  ['\u0000\u0001binary', 'it is binary'],
  ['just a sentence', 'it is neither JSON nor YAML'],
  ['services:\n  actions/actions: 1\n', 'it is not in a format that is known'],
])('%j is no recording', (content, unreadable) => {
  expect(readAll(sourceOf(content)).extent).toEqual({ entries: 0, unreadable });
});

test('a file that has nothing to do with actions is read, and has nothing', () => {
  expect(readAll(sourceOf('{"compilerOptions": {}}'))).toEqual({ readings: [], extent: { entries: 0 } });
  expect(readAll(sourceOf('services:\n  - a\n'))).toEqual({ readings: [], extent: { entries: 0 } });
});

const call = (id: string, parts: object = {}): object => ({
  scope: 'https://example.eu.auth0.com:443',
  method: 'GET',
  path: `/api/v2/actions/actions/${id}`,
  status: 200,
  response: { id },
  ...parts,
});

test('an entry that is broken does not hide those around it', () => {
  const text = `[${JSON.stringify(call('a'))},{"scope":"/actions/actions" oops},${JSON.stringify(call('b'))}]`;
  const { readings } = readAll(sourceOf(text));
  expect(readings).toMatchObject([
    { kind: 'pair', entry: 1 },
    { kind: 'trouble', entry: 2 },
    { kind: 'pair', entry: 3 },
  ]);
  expect(JSON.stringify(readings[1])).toContain('it is not JSON');
});

test('a file that ends too early keeps what came before', () => {
  const whole = JSON.stringify([call('a'), call('b')]);
  expect(readAll(sourceOf(whole.slice(0, -20))).readings).toMatchObject([
    { kind: 'pair', entry: 1 },
    { kind: 'trouble', reason: 'it ends before its JSON does' },
  ]);
});

test('one call alone, or calls in an unusual place, are found', () => {
  expect(readAll(sourceOf(JSON.stringify(call('a')))).readings).toHaveLength(1);
  expect(
    readAll(sourceOf(JSON.stringify({ calls: { first: call('a'), more: [call('b')] } }))).readings,
  ).toHaveLength(2);
});

test('a slash that JSON escapes hides nothing', () => {
  const text = JSON.stringify([call('a')]).replaceAll('/', String.raw`\/`);
  expect(readAll(sourceOf(text)).readings).toHaveLength(1);
});

test('YAML whose entries refer to each other is read as a whole', () => {
  const text = [
    'interactions:',
    '- request: {method: GET, uri: "https://a.example/api/v2/actions/actions", headers: &h {Accept: [a]}, body: null}',
    '  response: {status: {code: 200, message: OK}, headers: {}, body: {string: "{}"}}',
    '- request: {method: GET, uri: "https://a.example/api/v2/actions/actions/b", headers: *h, body: null}',
    '  response: {status: {code: 200, message: OK}, headers: {}, body: {string: !!binary "e30="}}',
    'version: 1',
  ].join('\n');
  const { readings, extent } = readAll(sourceOf(text));
  expect(extent).toEqual({ entries: 2 });
  expect(readings).toMatchObject([
    { kind: 'pair', pair: { answer: { text: '{}' } } },
    { kind: 'pair', pair: { request: { headers: { accept: 'a' } }, answer: { text: '{}' } } },
  ]);
});

test('foreign tags, several documents and a list at the top are no obstacle', () => {
  const item = (id: string): string =>
    [
      '- request: !ruby/object:Request',
      '    method: !ruby/symbol get',
      `    uri: https://a.example/api/v2/actions/actions/${id}`,
      '    headers: {}',
      '  response: {status: {code: "200"}, headers: {}, body: ""}',
    ].join('\n');
  const { readings } = readAll(
    sourceOf(`%YAML 1.1\n---\n${item('a')}\n${item('b')}\n---\nhttp_interactions:\n${item('c')}\n`),
  );
  const requests = readings.map((reading) => (reading.kind === 'pair' ? reading.pair.request : undefined));
  expect(requests.map((request) => [request?.method, request?.url.at(-1)])).toEqual([
    ['GET', 'a'],
    ['GET', 'b'],
    ['GET', 'c'],
  ]);
});
