import { expect, test } from 'vitest';

import { causeOf } from './cause.ts';

test.each([
  [
    'answer.trigger.id',
    '/supported_triggers/0/id',
    'type',
    'answer.trigger.id:/supported_triggers/-/id:type',
  ],
  ['answer.secret.name', '/secrets/12', 'type', 'answer.secret.name:/secrets/-:type'],
  ['answer.json', 'header content-type', 'undeclared', 'answer.json:header-content-type:undeclared'],
  ['answer.action.object', '', 'type', 'answer.action.object::type'],
  ['request.name.type', 'status', '2xx', 'request.name.type:status:2xx'],
])('the cause of %s at "%s", %s, is %s', (requirement, path, kind, cause) => {
  expect(causeOf(requirement, { path, kind })).toBe(cause);
});

test('a property whose name holds digits is no index', () => {
  expect(causeOf('a', { path: '/sha256/node22/v3', kind: 'type' })).toBe('a:/sha256/node22/v3:type');
});

test('half a character is written as it will be read back', () => {
  const cause = causeOf('a', { path: '/\u{d800}x/status', kind: 'pending to \u{dc00}' });
  expect(cause).toBe('a:/\u{fffd}x/status:pending-to-\u{fffd}');
  expect(Buffer.from(cause).toString()).toBe(cause);
});

test('another requirement, place or kind is another cause', () => {
  const causes = [
    causeOf('a', { path: '/x', kind: 'type' }),
    causeOf('b', { path: '/x', kind: 'type' }),
    causeOf('a', { path: '/y', kind: 'type' }),
    causeOf('a', { path: '/x', kind: 'enum' }),
  ];
  expect(new Set(causes).size).toBe(causes.length);
});
