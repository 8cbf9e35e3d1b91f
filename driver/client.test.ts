import { describe, expect, it } from 'vitest';

import { ActionsClient } from './client.ts';
import { ApiError, TargetError } from './errors.ts';
import { answered, ScriptedTransport } from './example-transport.ts';
import type { Answer, Trouble } from './exchange.ts';

function setUp(...script: readonly (Answer | Trouble)[]) {
  const transport = new ScriptedTransport(...script);
  const client = new ActionsClient({
    base: 'https://tenant.example',
    token: 'the-token',
    send: (request) => transport.send(request),
  });
  return { client, transport };
}

const API = 'https://tenant.example/api/v2/actions/actions';

describe('requests', () => {
  it('say what the operation needs, and no more', async () => {
    const { client, transport } = setUp(answered(200, '{"actions":[]}'));
    await client.create({ name: 'a', supported_triggers: [{ id: 'post-login' }] });
    await client.read('a/b');
    await client.update('x', { code: 'c' });
    await client.deploy('x');
    await client.delete('x');
    await client.delete('x', { force: true });
    await client.list();
    await client.list({ actionName: 'a b', page: 0 });

    expect(transport.sent.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', API, '{"name":"a","supported_triggers":[{"id":"post-login"}]}'],
      ['GET', `${API}/a%2Fb`, undefined],
      ['PATCH', `${API}/x`, '{"code":"c"}'],
      ['POST', `${API}/x/deploy`, undefined],
      ['DELETE', `${API}/x`, undefined],
      ['DELETE', `${API}/x?force=true`, undefined],
      ['GET', API, undefined],
      ['GET', `${API}?actionName=a+b&page=0`, undefined],
    ]);
    expect(new Set(transport.sent.map(({ headers }) => headers['authorization']))).toEqual(
      new Set(['Bearer the-token']),
    );
  });
});

describe('answers', () => {
  it('are given as they came', async () => {
    const { client } = setUp(answered(201, '{"id":"x"}'), answered(200, '{"actions":[{"id":"x"}]}'));

    await expect(client.read('x')).resolves.toEqual({ id: 'x' });
    await expect(client.list()).resolves.toEqual([{ id: 'x' }]);
  });

  it('that refuse are errors with status, code and message', async () => {
    const { client } = setUp(
      answered(400, '{"message":"No.","errorCode":"invalid_body"}'),
      answered(502, '<h1>'),
    );

    await expect(client.read('x')).rejects.toMatchObject({
      status: 400,
      code: 'invalid_body',
      message: 'No.',
    });
    await expect(client.read('x')).rejects.toEqual(
      new ApiError(502, 'HTTP_502', 'the tenant answered 502 and no message'),
    );
  });

  it.each([
    ['no answer', { kind: 'timeout', message: 'it kept silent' } as const, /gave no answer: it kept silent/],
    ['no JSON', answered(200, '<h1>'), /no JSON object/],
    ['no object', answered(200, '[]'), /no JSON object/],
    ['no list', answered(200, '{}'), /no `actions`/],
  ])('of %s are told as such', async (_, answer, message) => {
    const { client } = setUp(answer);
    const listing = client.list();

    await expect(listing).rejects.toThrow(TargetError);
    await expect(listing).rejects.toThrow(message);
  });
});
