import { describe, expect, it } from 'vitest';

import { readAll, sourceOf } from './example-source.ts';

const CREATE_URL = 'https://acme.example/api/v2/actions/actions';

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
    [{ type: 'collection.insomnia.rest/5.0', collection: [{ url: CREATE_URL }] }, /an Insomnia export/],
    [{ Entries: [{ RequestUri: CREATE_URL }] }, /Azure's test proxy/],
    [{ Version: 2, Interactions: [{ Request: { URL: CREATE_URL } }] }, /a go-vcr cassette without/],
    [{ imposters: [{ stubs: [CREATE_URL] }] }, /Mountebank/],
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
    const { readings, extent } = readAll(sourceOf(JSON.stringify(value)));
    const told = readings.map((each) => (each.kind === 'trouble' ? each.reason : each.kind));
    expect([...told, extent.unreadable].join(' ')).toMatch(words);
    expect(readings.filter(({ kind }) => kind === 'pair')).toEqual([]);
  });
});
