import { expect, it } from 'vitest';

import { checkToken } from './check-token.ts';
import { callCli } from './example-call.ts';

it.each(['password', 'Authorization', 'conformance', 'create:actions', 'content-type', 'supported_triggers'])(
  '%s is refused, as it cannot be told from ordinary text',
  (token) => {
    expect(() => {
      checkToken(token, '--token');
    }).toThrow('--token holds an ordinary word');
  },
);

it.each([
  'x',
  'test-token',
  'test-token-1234',
  'abc.def.ghi',
  'abcdefghijklmnopqrstuvwxyz',
  'eyJhbGciOiJub25lIn0.e30.c2lnbmF0dXJl',
])('%s is a token, of whatever kind', (token) => {
  expect(() => {
    checkToken(token, '--token');
  }).not.toThrow();
});

const RUN = ['run', '--target', 'http://127.0.0.1:1'];

it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
  ['--token', [...RUN, '--token', 'password'], {}],
  ['AUTH0_API_TOKEN', RUN, { AUTH0_API_TOKEN: 'password' }],
  ['--limited-token', [...RUN, '--token', 'test-token', '--limited-token', 'password'], {}],
  ['AUTH0_LIMITED_TOKEN', [...RUN, '--token', 'test-token'], { AUTH0_LIMITED_TOKEN: 'password' }],
])(
  'an ordinary word in %s is told before anything is sent, and not repeated',
  async (origin, args, variables) => {
    const { code, stderr } = await callCli(args, variables);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`${origin} holds an ordinary word`)]);
    expect(stderr).not.toContain('password');
  },
);
