import { expect, test } from 'vitest';

import type { Operation } from '../contracts/exercise.ts';
import { actionIdIn } from './action-id.ts';
import { exchangeOf } from './example-exchange.ts';

test.each<[Operation, string, string | undefined]>([
  ['read', 'https://a.example/api/v2/actions/actions/a1', 'a1'],
  ['deploy', 'https://a.example/api/v2/actions/actions/a%2Fb/deploy', 'a/b'],
  ['delete', 'https://a.example/actions/actions/actions/a1?force=true', 'a1'],
  ['read', '/api/v2/actions/actions/100%', '100%'],
  ['list', 'https://a.example/api/v2/actions/actions?actionName=/actions/actions/a1', undefined],
  ['list', 'https://a.example/actions/actions/actions', undefined],
  ['create', 'https://a.example/actions/actions/actions', undefined],
])('the id in a %s of %s is %s', (operation, url, id) => {
  const { about, request } = exchangeOf({ about: { operation } });
  expect(actionIdIn({ about, request: { ...request, url } })).toBe(id);
});
