import { describe, expect, it } from 'vitest';

import { OWN_PACTS } from '../contracts/pacts/own-pacts.ts';
import { checkPact } from './check-pact.ts';
import { examplePact, VALID } from './example-pact.ts';
import { readPact } from './read-pact.ts';

type Parts = NonNullable<Parameters<typeof examplePact>[0]>[number];

const check = (...interactions: readonly Parts[]) => checkPact(readPact(examplePact(interactions), 'a.json'));
const found = (...interactions: readonly Parts[]) =>
  check(...interactions).undocumented.map(({ place, message }) => `${place}: ${message}`);

const ONE = '/api/v2/actions/actions/910b1053';

describe("the suite's own pacts", () => {
  it.each(Object.entries(OWN_PACTS))('%s relies on nothing else', (file, pact) => {
    const { checked, undocumented, leftOut } = checkPact(readPact(JSON.stringify(pact), file));

    expect({ checked, undocumented, leftOut }).toEqual({ checked: 11, undocumented: [], leftOut: [] });
  });
});

describe('what is documented passes', () => {
  it.each<[string, Parts]>([
    ['a create', { response: { body: { id: 'x', status: 'built' } } }],
    [
      'a refusal',
      {
        request: { body: {} },
        response: { status: 400, body: { statusCode: 400, error: 'e', message: 'm' } },
      },
    ],
    ['a read', { request: { method: 'GET', path: ONE }, response: { status: 200, body: { name: 'x' } } }],
    [
      'a path without the API’s base',
      { request: { method: 'GET', path: '/actions/actions/x' }, response: { status: 404 } },
    ],
    ['a deploy', { request: { path: `${ONE}/deploy` }, response: { status: 202, body: { number: 1 } } }],
    [
      'a delete',
      { request: { method: 'DELETE', path: ONE, query: 'force=true' }, response: { status: 204 } },
    ],
    [
      'an update that names what it changes',
      {
        request: { method: 'PATCH', path: ONE, body: { name: 'x' } },
        response: { status: 200, body: { name: 'x' } },
      },
    ],
    ['a path with a slash at its end', { request: { path: '/api/v2/actions/actions/' } }],
    [
      'a form, of which the contract says no more than that it may be sent',
      {
        request: {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: 'name=x&supported_triggers[0][id]=post-login',
        },
      },
    ],
    [
      'a list',
      {
        request: { method: 'GET', query: 'page=0' },
        response: { status: 200, body: { page: 0, actions: [{ id: 'x' }] } },
      },
    ],
  ])('%s', (_, parts) => {
    expect(found(parts)).toEqual([]);
  });
});

describe('what is not documented is told by its place', () => {
  it.each<[string, Parts]>([
    [
      'request body /deploy: is documented nowhere',
      {
        request: { method: 'PATCH', path: ONE, body: { deploy: true } },
        response: { status: 200, body: { name: 'x' } },
      },
    ],
    [
      'request body /name: is 5, and the contract allows a string',
      { request: { body: { ...VALID, name: 5 } } },
    ],
    ['request body /nickname', { request: { body: { ...VALID, nickname: 'x' } } }],
    [
      'request body: lacks the property `supported_triggers`, which the contract requires',
      { request: { body: { name: 'x' } } },
    ],
    ['request query dry_run', { request: { query: 'dry_run=true' } }],
    ['request header content-type', { request: { headers: { 'content-type': 'text/plain' } } }],
    ['response status: is 200, and documented are 201, 400, 401, 403, 429', { response: { status: 200 } }],
    ['response status: is 400, for a body', { response: { status: 400 } }],
    ['response body /nickname', { response: { body: { nickname: 'x' } } }],
    ['response body /status', { response: { body: { status: 'BUILT' } } }],
    ['response body /supported_triggers/0/id', { response: { body: { supported_triggers: [{ id: 'x' }] } } }],
    [
      'response body /message',
      { request: { body: {} }, response: { status: 400, body: { statusCode: 400, error: 'e', message: 1 } } },
    ],
    ['response header location', { response: { headers: { Location: '/x' } } }],
    ['response header content-type', { response: { headers: { 'content-type': 'text/html' }, body: 'x' } }],
    [
      'response body: is there',
      { request: { method: 'DELETE', path: ONE }, response: { status: 204, body: { ok: true } } },
    ],
    [
      'response body /actions/0/nickname',
      { request: { method: 'GET' }, response: { status: 200, body: { actions: [{ nickname: 'x' }] } } },
    ],
    ['response body /length', { request: { method: 'GET' }, response: { status: 200, body: { length: 3 } } }],
    ['response body: is a list', { request: { method: 'GET' }, response: { status: 200, body: [] } }],
    [
      'response body /deployd',
      { request: { path: `${ONE}/deploy` }, response: { status: 202, body: { deployd: true } } },
    ],
  ])('%s', (place, parts) => {
    const all = found(parts);

    expect(all.join('\n')).toContain(place);
    expect(all).toHaveLength(1);
  });
});

it('leaves out other endpoints, and says which', () => {
  const { checked, leftOut } = check({}, { description: 'users', request: { path: '/api/v2/users' } });

  expect(checked).toBe(1);
  expect(leftOut.map(({ description }) => description)).toEqual(['users']);
});

it.each<[string, readonly Parts[], RegExp]>([
  [
    'only others',
    [{ request: { method: 'GET', path: '/api/v2/users' } }],
    /only others \(such as GET \/api\/v2\/users\)/,
  ],
  [
    'a method of an endpoint that the contract does not have',
    [{ request: { method: 'PUT' } }],
    /such as PUT/,
  ],
  ['nothing at all', [], /a\.json has no interactions/],
])('refuses a pact of %s', (_, interactions, message) => {
  expect(() => check(...interactions)).toThrow(message);
});
