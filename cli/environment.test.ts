import { describe, expect, it } from 'vitest';

import { readEnvironment, environmentRedactor } from './environment.ts';

describe('the environment', () => {
  it('gives what is set, and takes a blank variable for none', () => {
    const variables = {
      AUTH0_DOMAIN: 'a.eu.auth0.com',
      AUTH0_API_TOKEN: '',
      AUTH0_AUDIENCE: ' ',
      OTHER: 'x',
    };
    expect(readEnvironment(variables)).toEqual({ domain: 'a.eu.auth0.com' });
  });

  it('keeps its secrets, and those of the command line, out of what is told', () => {
    const redactor = environmentRedactor(
      { AUTH0_CLIENT_SECRET: 'client-secret', AUTH0_LIMITED_TOKEN: 'limited-token' },
      ['run', '--token', 'token-by-flag', '--limited-token=token-by-equals'],
    );
    expect(redactor.text('client-secret limited-token token-by-flag token-by-equals other')).toBe(
      '[redacted] [redacted] [redacted] [redacted] other',
    );
  });
});
