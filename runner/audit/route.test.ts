import { expect, test } from 'vitest';

import { routeOf } from './route.ts';

const API = 'https://login.example.com/api/v2/actions/actions';

test.each([
  ['POST', API, 'create', undefined],
  ['POST', `${API}/`, 'create', undefined],
  ['GET', `${API}?page=0&per_page=50`, 'list', undefined],
  ['GET', `${API}/a%2Fb`, 'read', 'a/b'],
  ['GET', `${API}/%ff`, 'read', '%ff'],
  ['PATCH', `${API}/1`, 'update', '1'],
  ['DELETE', `${API}/1?force=true`, 'delete', '1'],
  ['POST', `${API}/1/deploy`, 'deploy', '1'],
  ['POST', 'http://127.0.0.1:8080/base/path/actions/actions', 'create', undefined],
  ['GET', '/api/v2/actions/actions/1', 'read', '1'],
  // A mask in place of the host, as filters of cassettes leave it.
  ['GET', 'https://<AUTH0_DOMAIN>/api/v2/actions/actions/1', 'read', '1'],
  ['POST', '<TENANT>/api/v2/actions/actions', 'create', undefined],
])('%s %s is a %s', (method, url, operation, id) => {
  expect(routeOf({ method, url, headers: {} })).toMatchObject({
    operation,
    ...(id === undefined ? {} : { id }),
  });
});

test.each([
  ['POST', `${API}/1/test`],
  ['GET', `${API}/1/versions`],
  ['GET', `${API}/1/deploy`],
  ['PUT', API],
  ['GET', 'https://api.example.com/repos/actions/actions'],
  ['GET', 'https://login.example.com/api/v2/actions/modules/1/actions'],
  ['GET', 'https://[broken'],
])('%s %s is none of the operations', (method, url) => {
  expect(routeOf({ method, url, headers: {} })).toBeUndefined();
});

test('two tenants are two origins', () => {
  const origins = ['https://a.example', 'https://b.example:8443'].map(
    (origin) => routeOf({ method: 'POST', url: `${origin}/api/v2/actions/actions`, headers: {} })?.origin,
  );
  expect(origins).toEqual(['https://a.example', 'https://b.example:8443']);
});
