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

  it('JSON lines, and an address in its parts', () => {
    const url = { host: ['{{baseUrl}}'], path: ['actions', 'actions'] };
    const [item] = saved({ raw: SENT }, url).item;
    const lines = [{ ...item, name: 'create' }, { other: 1 }].map((value) => JSON.stringify(value));
    expect(only(lines.join('\n'))).toMatchObject({
      format: 'Postman',
      pair: { request: { url: 'https://{{baseUrl}}/actions/actions', body: SENT } },
    });
  });

  it('VCR 1, whose methods are symbols', () => {
    const text = `---\n- !ruby/struct:VCR::HTTPInteraction\n  request: !ruby/struct:VCR::Request\n    method: :post\n    uri: ${CREATE_URL}\n    body: '${SENT}'\n  response: !ruby/struct:VCR::Response\n    status: !ruby/struct:VCR::ResponseStatus\n      code: 201\n    body: '${ANSWERED}'\n`;
    expect(only(text)).toMatchObject({ format: 'VCR', pair: WHOLE });
  });

  it('Postman, with an address in its parts', () => {
    const url = { protocol: 'https', host: ['acme', 'example'], path: ['api', 'v2', 'actions', 'actions'] };
    expect(only(saved({ raw: SENT }, url))).toMatchObject({ format: 'Postman', pair: WHOLE });
  });

  it.each([{ id: 'a' }, {}])('a stub of WireMock, which knows no host: %j', (marks) => {
    const mapping = {
      ...marks,
      request: { method: 'POST', url: '/api/v2/actions/actions', bodyPatterns: [{ equalToJson: SENT }] },
      response: { status: 201, jsonBody: JSON.parse(ANSWERED) as unknown },
    };
    expect(only({ mappings: [mapping] })).toMatchObject({
      format: 'WireMock',
      pair: { request: { method: 'POST', body: SENT }, answer: WHOLE.answer },
    });
  });
});

const saved = (body: object, url: unknown = { raw: CREATE_URL }) => ({
  item: [
    {
      name: 'create, saved with actions/actions',
      originalRequest: { method: 'POST', url, body: { mode: 'raw', ...body } },
      code: 201,
      body: ANSWERED,
    },
  ],
});

const stub = (bodyPattern: object) => ({
  request: { method: 'POST', url: '/api/v2/actions/actions', bodyPatterns: [bodyPattern] },
  response: { status: 201, body: ANSWERED },
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
      'HAR with content that is shorter than what came over the wire',
      har({ response: { bodySize: 99, content: { text: '{"id":' } } }),
      { 'answer-body': /6 of 99 bytes/ },
    ],
    [
      'a body with variables of Postman',
      saved({ raw: '{"name": "act {{$guid}}"}' }),
      { 'request-body': /variables/ },
    ],
    [
      'a body with comments of Postman',
      saved({ raw: '{\n// mine\n"name": "a"}' }),
      { 'request-body': /comments/ },
    ],
    [
      'a body that was switched off',
      saved({ raw: SENT, disabled: true }),
      { 'request-body': /not recorded/ },
    ],
    [
      'a stub for a part of a body',
      stub({ equalToJson: { name: 'a' }, ignoreExtraElements: true }),
      { 'request-body': /a part of it/ },
    ],
    [
      'a tape of Betamax whose body stands elsewhere',
      `!tape\nname: x\ninteractions:\n- recorded: 2026-05-01T10:00:00.000Z\n  request: {method: POST, uri: "${CREATE_URL}", body: !file 'x/request.json'}\n  response: {status: 201, headers: {}, body: '${ANSWERED}'}\n`,
      { 'request-body': /a file of its own/ },
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

  it('a request without a method is none of any', () => {
    expect(only(har({ request: { method: undefined } }))).toMatchObject({
      kind: 'trouble',
      reason: expect.stringMatching(/method/) as string,
    });
  });

  it('a definition of nock without a status has no answer', () => {
    const call = {
      scope: 'https://a.example',
      method: 'POST',
      path: '/api/v2/actions/actions',
      response: {},
    };
    expect(only([call])).toMatchObject({ kind: 'pair', pair: { trouble: { kind: 'broken-off' } } });
  });

  it('a length of 0 says that nothing was sent', () => {
    const headers = [{ name: 'content-length', value: '0' }];
    const reading = only(har({ postData: undefined, request: { headers, bodySize: 0 } }));
    expect(reading).not.toHaveProperty('pair.request.body');
    expect(reading).not.toHaveProperty('pair.missing.request-body');
  });
});
