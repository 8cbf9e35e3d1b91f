import { gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { readAll, sourceOf } from './example-source.ts';

const CREATE_URL = 'https://acme.example/api/v2/actions/actions';
const SENT = '{"name":"mine","supported_triggers":[{"id":"post-login"}]}';
const ANSWERED = '{"id":"1","name":"mine"}';
const WHOLE = {
  request: { method: 'POST', url: CREATE_URL, body: SENT },
  answer: { status: 201, text: ANSWERED },
};

const read = (value: unknown) => readAll(sourceOf(typeof value === 'string' ? value : JSON.stringify(value)));
const only = (value: unknown): unknown => read(value).readings[0];

const har = (parts: { request?: object; response?: object; postData?: unknown } = {}) => ({
  log: {
    entries: [
      {
        startedDateTime: '2026-05-01T10:00:00.000Z',
        time: 5,
        request: {
          method: 'POST',
          url: CREATE_URL,
          httpVersion: 'HTTP/2',
          headers: [{ name: 'content-type', value: 'application/json' }],
          bodySize: 57,
          ...('postData' in parts ? { postData: parts.postData } : { postData: { text: SENT } }),
          ...parts.request,
        },
        response: { status: 201, headers: [], content: { text: ANSWERED }, ...parts.response },
      },
    ],
  },
});

describe('a format that holds a request and its answer is read', () => {
  it.each<[string, string, unknown]>([
    ['HAR', 'HAR', har()],
    ['HAR without headers', 'HAR', har({ request: { headers: undefined } })],
    ['HAR with headers as an object', 'HAR', har({ request: { headers: { a: 'b' } } })],
    [
      'Charles',
      'Charles',
      [
        {
          status: 'COMPLETE',
          method: 'POST',
          scheme: 'https',
          host: 'acme.example',
          path: '/api/v2/actions/actions',
          request: { body: { text: SENT } },
          response: { status: 201, body: { encoded: Buffer.from(ANSWERED).toString('base64') } },
        },
      ],
    ],
    [
      'Postman, in a folder of a folder',
      'Postman',
      {
        info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
        item: [
          {
            item: [
              {
                item: [
                  {
                    name: 'create',
                    request: { method: 'POST', url: { raw: CREATE_URL } },
                    response: [
                      {
                        originalRequest: {
                          method: 'POST',
                          url: { raw: CREATE_URL },
                          body: { mode: 'raw', raw: SENT },
                        },
                        code: 201,
                        header: [{ key: 'Content-Type', value: 'application/json' }],
                        body: ANSWERED,
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    [
      'ExVCR',
      'VCR',
      [
        {
          request: {
            body: SENT,
            headers: { Accept: 'a' },
            method: 'post',
            options: [],
            request_body: '',
            url: CREATE_URL,
          },
          response: { binary: false, body: ANSWERED, headers: {}, status_code: 201, type: 'ok' },
        },
      ],
    ],
    [
      'vcr for R',
      'VCR',
      {
        http_interactions: [
          {
            request: { method: 'POST', uri: CREATE_URL, body: { string: SENT } },
            response: {
              status: 201,
              body: { raw_gzip: gzipSync(ANSWERED).toString('base64') },
            },
          },
        ],
      },
    ],
    [
      'Betamax of the JVM, with a tag of its own',
      'VCR',
      `!tape\nname: x\ninteractions:\n- recorded: 2026-05-01T10:00:00.000Z\n  request: {method: POST, uri: "${CREATE_URL}", body: '${SENT}'}\n  response: {status: 201, headers: {}, body: '${ANSWERED}'}\n`,
    ],
    [
      'nock, with a status that was called reply',
      'nock',
      [
        {
          scope: 'https://acme.example',
          method: 'POST',
          path: '/api/v2/actions/actions',
          body: JSON.parse(SENT) as unknown,
          reply: '201',
          response: JSON.parse(ANSWERED) as unknown,
        },
      ],
    ],
  ])('%s', (_, format, value) => {
    expect(only(value)).toMatchObject({ kind: 'pair', format, pair: WHOLE });
  });

  it('a stub of WireMock, which knows no host', () => {
    const mapping = {
      id: 'a',
      request: { method: 'POST', url: '/api/v2/actions/actions', bodyPatterns: [{ equalToJson: SENT }] },
      response: { status: 201, jsonBody: JSON.parse(ANSWERED) as unknown },
    };
    expect(only({ mappings: [mapping] })).toMatchObject({
      format: 'WireMock',
      pair: { request: { method: 'POST', body: SENT }, answer: WHOLE.answer },
    });
  });
});

describe('what was not recorded is not made up', () => {
  it.each<[string, unknown, object]>([
    [
      'HAR without a body, of a size that is not known',
      har({ postData: undefined, request: { bodySize: -1 } }),
      { 'request-body': /not recorded/ },
    ],
    [
      'HAR with a body that is null',
      har({ postData: null, request: { bodySize: 0 } }),
      { 'request-body': /not recorded/ },
    ],
    [
      'HAR with a size in words',
      har({ postData: undefined, request: { bodySize: 'unknown' } }),
      { 'request-body': /not recorded/ },
    ],
    ['HAR without content', har({ response: { content: undefined } }), { 'answer-body': /not recorded/ }],
    [
      'HAR with content that is cut',
      har({ response: { content: { size: 99, text: '{"id":' } } }),
      { 'answer-body': /6 of 99 bytes/ },
    ],
    [
      'a stub whose body stands elsewhere',
      {
        request: { method: 'POST', urlPath: '/api/v2/actions/actions' },
        response: { status: 201, bodyFileName: 'x.json' },
      },
      { 'request-body': /not recorded/, 'answer-body': /a file of its own/ },
    ],
  ])('%s', (_, value, missing) => {
    const reading = only(value);
    expect(reading).toMatchObject({ kind: 'pair' });
    for (const [part, words] of Object.entries(missing)) {
      expect((reading as { pair: { missing: Record<string, string> } }).pair.missing[part]).toMatch(
        words as RegExp,
      );
    }
  });

  it('a length of 0 says that nothing was sent', () => {
    const headers = [{ name: 'content-length', value: '0' }];
    const reading = only(har({ postData: undefined, request: { headers, bodySize: 0 } }));
    expect(reading).not.toHaveProperty('pair.request.body');
    expect(reading).not.toHaveProperty('pair.missing.request-body');
  });
});

describe('a file in another format is named', () => {
  const create = { method: 'POST', path: '/api/v2/actions/actions' };
  it.each<[unknown, RegExp]>([
    [
      { consumer: {}, provider: {}, interactions: [{ request: create, response: {} }] },
      /a pact: `pact check`/,
    ],
    [{ openapi: '3.1.0', paths: { '/actions/actions': {} } }, /an OpenAPI description: `drift`/],
    [{ planHash: 'x', requirements: ['actions/actions'] }, /`rejudge` reads it/],
    [
      { info: { schema: 'https://schema.getpostman.com/x' }, item: [{ request: { url: CREATE_URL } }] },
      /without saved answers/,
    ],
    [{ _type: 'export', resources: [CREATE_URL] }, /an Insomnia export/],
    [{ endpointPrefix: '', routes: ['actions/actions'] }, /a Mockoon environment/],
    [{ data: { pairs: [CREATE_URL] } }, /a Hoverfly simulation/],
    [[{ httpRequest: create, httpResponse: {} }], /a MockServer expectation/],
    [{ log: { entries: [{ request: { url: CREATE_URL } }] } }, /not in a format that is known/],
    [
      { request: { urlPattern: '/api/v2/actions/actions.*', method: 'ANY' }, response: { status: 200 } },
      /for many requests/,
    ],
    [
      {
        request: { urlPath: '/api/v2/actions/actions', method: 'POST' },
        response: { status: 200, body: '{{x}}', transformers: ['response-template'] },
      },
      /made from a template/,
    ],
  ])('%j', (value, words) => {
    const { readings, extent } = read(value);
    const told = readings.map((each) => (each.kind === 'trouble' ? each.reason : each.kind));
    expect([...told, extent.unreadable].join(' ')).toMatch(words);
    expect(readings.filter(({ kind }) => kind === 'pair')).toEqual([]);
  });
});
