import { describe, expect, it } from 'vitest';

import { webhookFrom, type WebhookFlags } from './notify.ts';

/** The flags of a night with this webhook, after variables by these names came from a file. */
const flagsWith = (webhook: string | undefined, ...fromFile: readonly string[]): WebhookFlags => ({
  ...(webhook === undefined ? {} : { webhook }),
  origins: { settings: {}, fromFile: new Set(fromFile) },
});

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
    expect(webhookFrom(flagsWith(given), variables)).toBe(url);
  });

  it.each([
    'http://hooks.example.com/secret',
    'hooks.example.com/secret',
    'ftp://127.0.0.1/secret',
    'javascript:secret',
  ])('%s is refused, and not repeated', (given) => {
    expect(() => webhookFrom(flagsWith(given), {})).toThrow(/^(?!.*secret).*no https address/);
  });

  it('of a file is told nothing that the user’s own credentials find out', () => {
    const variables = { CONFORMANCE_WEBHOOK: 'https://evil.example/x' };
    const names = ['AUTH0_API_TOKEN', 'AUTH0_CLIENT_SECRET', 'AUTH0_LIMITED_TOKEN'];
    for (const name of names) {
      const given = { ...variables, [name]: 'secret' };
      const flags = flagsWith(undefined, 'CONFORMANCE_WEBHOOK');
      expect(() => webhookFrom(flags, given)).toThrow(/^(?!.*evil).*names the webhook/);
      expect(webhookFrom(flagsWith(undefined, 'CONFORMANCE_WEBHOOK', name), given)).toBe(
        'https://evil.example/x',
      );
      expect(webhookFrom(flagsWith('https://mine.example/y', 'CONFORMANCE_WEBHOOK'), given)).toBe(
        'https://mine.example/y',
      );
    }
    const flags = { ...flagsWith(undefined, 'CONFORMANCE_WEBHOOK'), token: 'secret' };
    expect(() => webhookFrom(flags, variables)).toThrow('names the webhook');
  });
});
