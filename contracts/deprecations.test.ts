import { expect, test } from 'vitest';

import { deprecationsIn } from './deprecations.ts';

test.each([
  [{ runtime: 'node16' }, ['/runtime']],
  [{ runtime: 'node22' }, []],
  [{ supported_triggers: [{ id: 'post-login', version: 'v3' }] }, []],
  [{ supported_triggers: [{ id: 'post-login', version: 'v1' }] }, ['/supported_triggers/0/version']],
  [{ supported_triggers: [{ id: 'custom-token-exchange', version: 'v1' }] }, []],
  [{ supported_triggers: ['post-login v1'], runtime: 16 }, []],
  [null, []],
  [undefined, []],
])('in %j, %j is deprecated', (body, places) => {
  expect(deprecationsIn(body).map(({ place }) => place)).toEqual(places);
});

test('whoever is told also learns what to use', () => {
  const [found] = deprecationsIn({ supported_triggers: [{ id: 'send-phone-message', version: 'v1' }] });
  expect(found?.message).toBe('the trigger send-phone-message v1 is deprecated: use v2');
});
