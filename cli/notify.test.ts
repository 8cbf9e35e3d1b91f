import { describe, expect, it } from 'vitest';

import { webhookFrom } from './notify.ts';

describe('a webhook', () => {
  it.each([
    [undefined, {}, undefined],
    ['', {}, undefined],
    [undefined, { CONFORMANCE_WEBHOOK: 'https://hooks.example.com/a' }, 'https://hooks.example.com/a'],
    [
      'https://other.example.com/b',
      { CONFORMANCE_WEBHOOK: 'https://hooks.example.com/a' },
      'https://other.example.com/b',
    ],
    ['http://127.0.0.1:9/c', {}, 'http://127.0.0.1:9/c'],
  ])('%s in %j is %s', (given, variables, url) => {
    expect(webhookFrom(given, variables)).toBe(url);
  });

  it.each([
    'http://hooks.example.com/secret',
    'hooks.example.com/secret',
    'ftp://127.0.0.1/secret',
    'javascript:secret',
  ])('%s is refused, and not repeated', (given) => {
    expect(() => webhookFrom(given, {})).toThrow(/^(?!.*secret).*no https address/);
  });
});
