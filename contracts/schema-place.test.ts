import { expect, test } from 'vitest';

import { placeInSchema } from './schema-place.ts';

test.each([
  ['action', '', 'action', ''],
  ['action', '/name', 'action', '/properties/name'],
  ['action', '/supported_triggers/0', 'action', '/properties/supported_triggers/items'],
  ['action', '/supported_triggers/0/id', 'trigger', '/properties/id'],
  ['action', '/deployed_version/action/id', 'version-action', '/properties/id'],
  ['create-action-request', '/supported_triggers/-/version', 'trigger', '/properties/version'],
  ['create-action-request', '/secrets/3/value', 'secret-request', '/properties/value'],
] as const)('in %s, %s is ruled by %s#%s', (file, pointer, where, at) => {
  expect(placeInSchema(file, pointer)).toEqual({ file: where, at });
});

test.each([
  ['/current_version/status', 'action', ''],
  ['/name/0', 'action', '/properties/name'],
  ['/supported_triggers/x', 'action', '/properties/supported_triggers'],
  ['/supported_triggers/0/__proto__', 'trigger', ''],
] as const)(
  '%s, which the answer does not know, is ruled by the last place known: %s#%s',
  (pointer, file, at) => {
    expect(placeInSchema('action', pointer)).toEqual({ file, at });
  },
);
