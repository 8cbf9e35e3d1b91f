import { expect, test } from 'vitest';

import type { Exchange } from '../../driver/exchange.ts';
import { Lives } from './lives.ts';
import { routeOf } from './route.ts';

const API = 'https://a.example/api/v2/actions/actions';

let numbered = 0;

/** Follows exchanges, written `METHOD path status body`, and names the steps of each with what they build on. */
function stepsOf(...told: readonly (readonly [string, string, number, object?])[]): readonly string[] {
  const lives = new Lives();
  return told.map(([method, path, status, body]) => {
    const request = { method, url: `${API}${path}`, headers: {} };
    const exchange: Exchange = {
      id: `x${(numbered += 1)}`,
      case: 'c',
      kind: 'read',
      about: { operation: 'read', credentials: 'valid', choices: [] },
      request,
      answer: { status, headers: {}, text: body === undefined ? '' : JSON.stringify(body), utf8: true },
    };
    const route = routeOf(request);
    if (route === undefined) throw new Error(`${method} ${path} is no operation`);
    return lives
      .follow(exchange, route)
      .map(({ step, earlier }) => `${step}/${earlier.length}`)
      .join(' ');
  });
}

const action = (id: string, status: string, name = id) => ({ id, name, status });

test('a whole life', () => {
  expect(
    stepsOf(
      ['POST', '', 201, action('a', 'pending')],
      ['GET', '/a', 200, action('a', 'building')],
      ['GET', '/a', 200, action('a', 'built')],
      ['POST', '/a/deploy', 200, {}],
      ['GET', '/a', 200, action('a', 'built')],
      ['PATCH', '/a', 200, action('a', 'pending')],
      ['GET', '/a', 200, action('a', 'building')],
      ['DELETE', '/a', 204],
      ['GET', '/a', 404, {}],
      ['DELETE', '/a', 404, {}],
    ),
  ).toEqual([
    '',
    'read/1 awaited/1',
    'read/1 awaited/1',
    'deployed/0',
    'read/1 awaited/1 read-deployed/0',
    '',
    'awaited/1',
    'deleted/0',
    'read-gone/0',
    'deleted-gone/0',
  ]);
});

test.each([200, 202, 404])('nothing is known of an action whose deletion was answered with %d', (status) => {
  expect(
    stepsOf(
      ['POST', '', 201, action('a', 'pending')],
      ['DELETE', '/a', status, {}],
      ['GET', '/a', 200, action('a', 'pending')],
      ['DELETE', '/a', 404, {}],
    ),
  ).toEqual(['', 'deleted/0', '', '']);
});

test('a second create, one by the same name, and one that was recorded twice', () => {
  expect(
    stepsOf(
      ['POST', '', 201, action('a', 'pending')],
      ['POST', '', 201, action('b', 'pending')],
      ['POST', '', 201, action('c', 'pending', 'a')],
      ['POST', '', 201, action('c', 'pending', 'a')],
      ['POST', '', 400, {}],
    ),
  ).toEqual(['', 'created-again/1', 'created-again/1 created-again/1', '', '']);
});

test('a list should hold the newest action only where nothing hides it', () => {
  const full = { actions: [action('a', 'built')], total: 1 };
  const create = ['POST', '', 201, action('a', 'pending')] as const;
  expect(stepsOf(create, ['GET', '', 200, full]).at(-1)).toBe('listed/1');
  expect(stepsOf(create, ['GET', '?actionName=a&per_page=10', 200, full]).at(-1)).toBe('listed/1 paged/0');
  expect(stepsOf(create, ['GET', '?actionName=b', 200, full]).at(-1)).toBe('listed/0');
  expect(stepsOf(create, ['GET', '?triggerId=post-login', 200, full]).at(-1)).toBe('listed/0');
  expect(stepsOf(create, ['GET', '?page=1', 200, full]).at(-1)).toBe('');
  expect(stepsOf(create, ['GET', '', 200, { ...full, total: 2 }]).at(-1)).toBe('listed/0');
  expect(stepsOf(create, ['DELETE', '/a', 204], ['GET', '', 200, full]).at(-1)).toBe('listed/0');
  expect(stepsOf(['GET', '', 200, full])).toEqual(['listed/0']);
});

test('what was not created in the recording is followed as far as it shows', () => {
  expect(
    stepsOf(
      ['GET', '/a', 200, action('a', 'pending')],
      ['GET', '/a', 200, action('a', 'built')],
      ['GET', '/a', 500, {}],
    ),
  ).toEqual(['', 'awaited/1', '']);
});
