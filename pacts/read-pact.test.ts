import { describe, expect, it } from 'vitest';

import type { JsonObject } from '../contracts/pointer.ts';
import { UsageError } from '../driver/errors.ts';
import { examplePact } from './example-pact.ts';
import { titleOf } from './pact.ts';
import { readPact } from './read-pact.ts';

const read = (document: object) => readPact(JSON.stringify(document), 'a.json');
const NAMES = { consumer: { name: 'c' }, provider: { name: 'p' } };

describe('a pact is read the same, whatever version wrote it', () => {
  it('version 2', () => {
    const { interactions } = read({
      ...NAMES,
      interactions: [
        {
          description: 'a list',
          providerState: 'some actions',
          request: { method: 'get', path: '/x', query: 'page=0&page=1&q=a%20b', headers: { Accept: 'a' } },
          response: { status: 200, body: { a: 1 } },
        },
      ],
      metadata: { 'pact-specification': { version: '2.0.0' } },
    });

    expect(interactions[0]).toMatchObject({
      states: [{ name: 'some actions', parameters: {} }],
      request: { method: 'GET', query: { page: ['0', '1'], q: ['a b'] }, headers: { accept: ['a'] } },
      response: { status: 200, body: { a: 1 } },
    });
    expect(interactions[0]?.request).not.toHaveProperty('body');
  });

  it.each([
    ['providerState', { metadata: { pactSpecificationVersion: '1.0.0' } }],
    ['provider_state', {}],
  ])('version 1, with a state as %s', (name, metadata) => {
    const { interactions } = read({
      ...NAMES,
      ...metadata,
      interactions: [
        {
          description: 'a list',
          [name]: 'some actions',
          request: { method: 'get', path: '/x', query: 'page=0' },
          response: { status: 200, body: { a: 1 } },
        },
      ],
    });

    expect(interactions[0]).toMatchObject({
      states: [{ name: 'some actions', parameters: {} }],
      request: { method: 'GET', query: { page: ['0'] } },
      response: { body: { a: 1 } },
    });
  });

  it('version 3', () => {
    const { consumer, interactions } = readPact(examplePact([{ state: 'ready' }]), 'a.json');

    expect(consumer).toBe('somebody');
    expect(interactions[0]).toMatchObject({
      states: [{ name: 'ready', parameters: { a: 1 } }],
      request: { headers: { 'content-type': ['application/json'] }, body: { name: 'my-action' } },
    });
    expect(interactions.map(titleOf)).toEqual(['a create (given ready)']);
  });

  it('version 4, with references, bodies of every encoding, and messages', () => {
    const body = (content: unknown, encoded: unknown) => ({
      content,
      contentType: 'application/json',
      encoded,
    });
    const bodies = [
      body({ a: 1 }, false),
      body(Buffer.from('{"a":1}').toString('base64'), 'base64'),
      body('{"a":1}', 'JSON'),
    ];
    const { interactions, messages } = read({
      ...NAMES,
      interactions: [
        ...bodies.map((each) => ({
          type: 'Synchronous/HTTP',
          description: 'd',
          comments: { references: { 'actions-conformance': { 'answer.action.id': 'x' }, other: { a: 'b' } } },
          request: { method: 'GET', path: '/x', query: { page: ['0'] } },
          response: { status: 200, headers: { 'Content-Type': ['application/json'] }, body: each },
        })),
        { type: 'Asynchronous/Messages', description: 'a message' },
      ],
      metadata: { pactSpecification: { version: '4.0' } },
    });

    expect(interactions.map(({ response }) => response.body)).toEqual([{ a: 1 }, { a: 1 }, { a: 1 }]);
    expect(interactions[0]?.requirements).toEqual(['answer.action.id']);
    expect(messages).toBe(1);
  });
});

describe('a body', () => {
  const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
  it.each<[string, unknown, object, unknown]>([
    ['as the text of JSON', '{"a":1}', JSON_TYPE, { a: 1 }],
    ['as the text of JSON without a type', '[1]', {}, [1]],
    ['as a text that is no JSON', 'a=1', JSON_TYPE, 'a=1'],
    ['as a form', 'a=1&b=2', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'a=1&b=2'],
    ['as a form that reads like JSON', '[1]', { 'Content-Type': 'text/plain' }, '[1]'],
    ['as JSON that is a text', '"a"', JSON_TYPE, '"a"'],
    ['that is null', null, JSON_TYPE, undefined],
    [
      'of version 4 that is null',
      { content: null, contentType: 'application/json', encoded: false },
      {},
      undefined,
    ],
    [
      'of version 4 as the text of JSON',
      { content: '{"a":1}', contentType: 'application/json', encoded: false },
      {},
      { a: 1 },
    ],
  ])('%s', (_, body, headers, expected) => {
    const [interaction] = readPact(
      examplePact([{ response: { body, headers } as JsonObject }]),
      'a.json',
    ).interactions;
    expect(interaction?.response.body).toEqual(expected);
  });
});

it.each([
  ['page=0&per_page=5', undefined, { page: ['0'], per_page: ['5'] }],
  ['page=0', 'per_page=5', { page: ['0'], per_page: ['5'] }],
  ['page=0', { per_page: ['5'] }, { page: ['0'], per_page: ['5'] }],
])('a query behind the path is a query: %s', (within, query, expected) => {
  const request: JsonObject = {
    method: 'GET',
    path: `/x?${within}`,
    ...(query === undefined ? {} : { query }),
  };
  const [interaction] = readPact(examplePact([{ request }]), 'a.json').interactions;
  expect(interaction?.request).toMatchObject({ path: '/x', query: expected });
  // Pact's Verifier plays the interaction as it stands there.
  expect(interaction?.raw['request']).toMatchObject({ path: '/x' });
});

describe('what is no pact is told on one line', () => {
  it.each([
    ['{', /^a\.json is no pact: it is not JSON/],
    ['[]', /it is no JSON object/],
    ['{"interactions":[]}', /names no consumer or no provider/],
    [examplePact([], { pactSpecification: { version: '5.0' } }), /is of the unknown version 5\.0 of/],
    [examplePact([], { pactSpecification: { version: '0.9' } }), /is of the unknown version 0\.9 of/],
    [examplePact([{ request: { method: 1 } }]), /“a create” has no method or no path/],
    [examplePact([{ response: { status: 'x' } }]), /a status that is no number/],
    [examplePact().replace(/\[\{.*\}\]/, '{}'), /its interactions are no list/],
    [examplePact().replace(/\[\{"desc.*\}\],"meta/, '[1],"meta'), /interaction 1 is no object/],
  ])('%.40s', (text, message) => {
    const reading = () => readPact(text, 'a.json');
    expect(reading).toThrow(UsageError);
    expect(reading).toThrow(message);
  });
});
