import { describe, expect, test } from 'vitest';

import { answerOf, fetchAccessToken } from './access-token.ts';
import { TargetError } from './errors.ts';
import type { Answer, Trouble } from './exchange.ts';
import { FakeTime } from './example-time.ts';
import { Limiter } from './limiter.ts';
import { answered, ScriptedTransport } from './example-transport.ts';
import { Sender } from './sender.ts';

const BASE = 'https://tenant.example';
const CLIENT = {
  clientId: 'client-id',
  clientSecret: 'client-secret-value',
  audience: 'https://tenant.auth0.example/api/v2/',
};

function setUp(...script: readonly (Answer | Trouble)[]) {
  const time = new FakeTime();
  const transport = new ScriptedTransport(...script);
  const sender = new Sender(transport, new Limiter(time), time);
  return { transport, sender, token: () => fetchAccessToken(sender, BASE, CLIENT) };
}

/** The error that asking for a token ends in. */
async function errorOn(...script: readonly (Answer | Trouble)[]): Promise<TargetError> {
  const error: unknown = await setUp(...script)
    .token()
    .then(
      ({ token }) => `got the token ${token}`,
      (reason: unknown) => reason,
    );
  if (error instanceof TargetError) return error;
  throw new Error(`expected a TargetError, got ${String(error)}`);
}

const json = (status: number, body: unknown): Answer => answered(status, JSON.stringify(body));

describe('a token', () => {
  test('is asked for with the client credentials grant, in JSON, of the target itself', async () => {
    const { transport, sender, token } = setUp(
      json(200, { access_token: 'the-token', token_type: 'Bearer' }),
    );

    expect(await token()).toEqual({ token: 'the-token' });
    expect(transport.sent).toEqual([
      {
        method: 'POST',
        url: 'https://tenant.example/oauth/token',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: expect.any(String) as string,
      },
    ]);
    expect(JSON.parse(transport.sent[0]?.body ?? '')).toEqual({
      grant_type: 'client_credentials',
      client_id: 'client-id',
      client_secret: 'client-secret-value',
      audience: 'https://tenant.auth0.example/api/v2/',
    });
    expect(sender.spent.token).toBe(1);
  });

  test('comes with what is known of it', async () => {
    const answer = { access_token: 'the-token', scope: 'read:actions create:actions', expires_in: 60 };
    expect(await setUp(json(200, answer)).token()).toEqual({
      token: 'the-token',
      scopes: new Set(['read:actions', 'create:actions']),
      expiresAt: Date.UTC(2026, 0, 1, 0, 1),
    });
  });

  test('that is refused is told in the words of the target, with what to do', async () => {
    const error = await errorOn(json(401, { error: 'access_denied', error_description: 'Unauthorized' }));
    expect(error.code).toBe('TOKEN_REFUSED');
    expect(error.message).toBe('https://tenant.example/oauth/token answered 401: Unauthorized');
    expect(error.hint).toContain('AUTH0_CLIENT_SECRET');
  });

  test.each<[string, Answer, number]>([
    ['nothing', answered(204), 204],
    ['no token', json(200, { token_type: 'Bearer' }), 200],
    ['an empty token', json(200, { access_token: '' }), 200],
    ['a token that is no text', json(200, { access_token: { jwt: 'x' } }), 200],
    ['null', json(200, null), 200],
    ['a list', json(200, ['the-token']), 200],
    ['a token with a refusal', json(403, { access_token: 'the-token' }), 403],
  ])('is not had from an answer of %s', async (_, answer, status) => {
    expect(await errorOn(answer)).toMatchObject({
      code: 'TOKEN_REFUSED',
      message: `https://tenant.example/oauth/token answered ${status} and no token`,
    });
  });

  test.each<[string, Answer]>([
    ['nothing by that path', json(404, {})],
    ['a web page', answered(200, '<html>Sign in</html>', { 'content-type': 'text/html' })],
  ])('is not had where there is no endpoint, which is told with what to do: %s', async (_, answer) => {
    expect(await errorOn(answer)).toMatchObject({
      code: 'NO_TOKEN_ENDPOINT',
      hint: expect.stringContaining('--token') as string,
    });
  });

  test.each<[string, string, Answer | Trouble, string]>([
    [
      'TARGET_UNREACHABLE',
      'nobody',
      { kind: 'unreachable', message: 'connect ECONNREFUSED' },
      'connect ECONNREFUSED',
    ],
    ['TARGET_UNREACHABLE', 'silence', { kind: 'timeout', message: 'silence' }, 'silence'],
    [
      'TARGET_UNREACHABLE',
      'a page',
      answered(200, '<html>Sign in</html>'),
      'what stands before the tenant answered 200 with a web page (4 times)',
    ],
    [
      'TARGET_UNREACHABLE',
      'a redirect',
      answered(302, '', { location: 'https://elsewhere.example' }),
      'what stands before the tenant answered 302, a redirect to https://elsewhere.example (4 times)',
    ],
    ['RATE_LIMITED', 'a spent limit', answered(429), 'the target answered 429 to all of 5 attempts'],
  ])('%s: there is %s', async (code, _, outcome, reason) => {
    const error = await errorOn(outcome);
    expect(error.code).toBe(code);
    expect(error.message).toBe(`https://tenant.example gave no answer: ${reason}`);
  });
});

describe('the secret of the client is in no error', () => {
  test.each<[string, Answer | Trouble]>([
    ['a refusal', json(401, { error_description: 'Unauthorized' })],
    ['a page', answered(500, `<html>${CLIENT.clientSecret}</html>`)],
    ['trouble', { kind: 'broken-off', message: 'reset' }],
    [
      'a refusal that repeats it',
      json(401, { error_description: `client_secret ${CLIENT.clientSecret} is wrong` }),
    ],
  ])('after %s', async (_, outcome) => {
    const { message, hint, cause, stack } = await errorOn(outcome);
    expect(`${message} ${hint} ${String(cause)} ${stack}`).not.toContain(CLIENT.clientSecret);
  });
});

test('an answer on which everything rests is given, or its absence is an error', async () => {
  const { sender } = setUp(answered(200, 'ok'));
  const exchange = await sender.send({
    case: 'set-up',
    kind: 'read',
    about: { operation: 'list', credentials: 'valid', choices: [] },
    request: { method: 'GET', url: BASE, headers: {} },
  });
  expect(answerOf(exchange, BASE)).toEqual(answered(200, 'ok'));
  expect(() => answerOf({ ...exchange, trouble: { kind: 'too-large', message: 'endless' } }, BASE)).toThrow(
    'https://tenant.example gave no answer: endless',
  );
});
