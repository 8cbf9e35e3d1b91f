import { describe, expect, it } from 'vitest';

import { isMasked } from './masked.ts';

describe('a mask of a recorder or a sanitiser', () => {
  it.each([
    'REDACTED',
    'redacted',
    'redacted-id',
    'FILTERED_NAME',
    '[REDACTED]',
    '[id redacted]',
    '[… redacted]',
    '[redacted: 12 characters]',
    '(hidden)',
    '<hidden>',
    '<API_KEY>',
    '{masked}',
    '***redacted***',
    '__SANITIZED__',
    '--removed--',
    '%FILTERED%',
    '##HIDDEN##',
    '${NAME}',
    '${action.name}',
    '{{actionName}}',
    '%{name}',
    '#{name}',
    '$ACTION_NAME',
    '*****',
    'xxxxxxxx',
    '••••',
    'abc****def',
    '<string>',
    '<dateTime>',
    '<action_id>',
    '[Object]',
    '[object Object]',
    '[Circular *1]',
    '[date]',
    '[Action ID]',
    '00000000-0000-0000-0000-000000000000',
    'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
    'https://[redacted]/actions',
  ])('is known: %s', (text) => {
    expect(isMasked(text)).toBe(true);
  });
});

describe('what tenants say', () => {
  it.each([
    '',
    'my-action',
    'secret',
    'private action',
    'hidden',
    'Removed users',
    'a (short) name',
    '[tag] name',
    '[1]',
    'x',
    'xx',
    'a-b-c',
    '$5',
    '{}',
    '{ "a": 1 }',
    '<b>',
    'node22',
    '2026-05-01T10:00:00.123456789Z',
    '00000000-0000-4000-8000-000000000000',
    'exports.onExecutePostLogin = async () => {};',
    '/***\n * documented\n ***/',
    'exports.filter = (redactedUsers) => redactedUsers;',
    '-',
    '_',
  ])('is no mask: %s', (text) => {
    expect(isMasked(text)).toBe(false);
  });
});
