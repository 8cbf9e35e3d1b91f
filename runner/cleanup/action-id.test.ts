import { expect, it } from 'vitest';

import { isActionId } from './action-id.ts';

it.each([
  '8a0fbd29-7b31-4a7a-9a0e-1d2f4c2c5a11',
  '1',
  'act_1',
  'a.b',
  '...',
  'a b',
  'ä',
  '%2e%2e',
  'a\ud800',
])('an id may be %j', (id) => expect(isActionId(id)).toBe(true));

it.each(['', ' ', '.', '..', 'a/b', '../a', 'a\\b', 'a\nb', 'a\u0000', 'a\u0085', 'a'.repeat(257)])(
  'an id is never %j',
  (id) => expect(isActionId(id)).toBe(false),
);
