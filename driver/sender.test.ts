import { describe, expect, test } from 'vitest';

import type { RequestKind } from '../contracts/case.ts';
import type { Answer, SentExchange, Trouble } from './exchange.ts';
import { FakeTime } from './example-time.ts';
import { Limiter } from './limiter.ts';
import { answered, ScriptedTransport } from './example-transport.ts';
import { Sender, type Outgoing } from './sender.ts';

const NOW = Date.UTC(2026, 0, 1);
const SPENT = answered(429, 'slow down', { 'retry-after': '2' });

function setUp(...script: readonly (Answer | Trouble)[]) {
  const time = new FakeTime(NOW);
  const transport = new ScriptedTransport(...script);
  return { time, transport, sender: new Sender(transport, new Limiter(time), time) };
}

const outgoing = (kind: RequestKind = 'create'): Outgoing => ({
  case: 'c1',
  kind,
  about: { operation: 'create', credentials: 'valid', choices: ['base'] },
  request: { method: 'POST', url: 'https://tenant.example/', headers: {}, body: '{}' },
});

describe('an exchange', () => {
  test('is the request with its answer and what it was sent for', async () => {
    const { sender } = setUp(answered(201, 'made'));
    expect(await sender.send(outgoing())).toEqual({
      id: 'x1',
      ...outgoing(),
      answer: answered(201, 'made'),
      startedAt: '2026-01-01T00:00:00.000Z',
      durationMs: 0,
    });
  });

  test('has trouble and no answer where none came', async () => {
    const trouble: Trouble = { kind: 'timeout', message: 'silence' };
    const exchange = await setUp(trouble).sender.send(outgoing());
    expect(exchange.trouble).toEqual(trouble);
    expect(exchange).not.toHaveProperty('answer');
  });

  test('is numbered in the order of sending, whatever came of it', async () => {
    const { sender } = setUp(answered(201), { kind: 'timeout', message: '' }, SPENT, answered(200));
    const ids = [];
    for (let count = 0; count < 3; count += 1) ids.push((await sender.send(outgoing())).id);
    expect(ids).toEqual(['x1', 'x2', 'x3']);
  });

  test('lasts to a tenth of a millisecond, from the sending that was answered', async () => {
    const { sender, time, transport } = setUp(SPENT, answered(200));
    const send = transport.send.bind(transport);
    transport.send = async (request) => {
      await time.pause(12.345);
      return send(request);
    };
    const { startedAt, durationMs } = await sender.send(outgoing());
    expect(durationMs).toBeCloseTo(12.3, 5);
    expect(startedAt).toBe('2026-01-01T00:00:02.012Z');
  });
});

describe('a spent rate limit', () => {
  test('that asks for a year is not waited for, by this request or the next', async () => {
    const year = answered(429, 'slow down', { 'retry-after': '31536000' });
    const { sender, time, transport } = setUp(year, year, answered(201));
    const { trouble } = await sender.send(outgoing());
    expect(trouble).toEqual({
      kind: 'rate-limited',
      message: 'the target answered 429 and asks to wait for 31536000 s',
    });
    await sender.send(outgoing());
    expect(await sender.send(outgoing())).toMatchObject({ answer: { status: 201 } });
    expect(transport.sent).toHaveLength(3);
    expect(time.pauses).toEqual([]);
  });

  test('is waited out once for what cleans up, and not again for a deletion after one in vain', async () => {
    const { sender, transport } = setUp(SPENT, SPENT, SPENT, SPENT, answered(204), SPENT, answered(204));
    const deletion = (): Outgoing => ({
      ...outgoing('cleanup'),
      about: { operation: 'delete', credentials: 'valid', choices: [] },
    });
    const sent: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      await sender.send(deletion());
      sent.push(transport.sent.length);
    }
    expect(sent).toEqual([2, 3, 4, 5, 7]);
  });

  test('is waited out, and the same request sent again', async () => {
    const { sender, time, transport } = setUp(SPENT, SPENT, answered(201));
    const exchange = await sender.send(outgoing());
    expect(exchange).toMatchObject({ id: 'x1', answer: { status: 201 } });
    expect(exchange).not.toHaveProperty('trouble');
    expect(time.pauses).toEqual([2000, 2000]);
    expect(transport.sent).toEqual([outgoing().request, outgoing().request, outgoing().request]);
  });

  test('that does not end becomes trouble after five attempts, with the last answer', async () => {
    const { sender, time, transport } = setUp(SPENT);
    expect(await sender.send(outgoing())).toMatchObject({
      answer: SPENT,
      trouble: { kind: 'rate-limited', message: 'the target answered 429 to all of 5 attempts' },
    });
    expect(transport.sent).toHaveLength(5);
    expect(time.pauses).toEqual([2000, 2000, 2000, 2000]);
  });

  test('told by an answer holds back the next request', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 3) };
    const { sender, time } = setUp(answered(201, '', headers), answered(201));
    await sender.send(outgoing());
    expect(time.pauses).toEqual([]);
    await sender.send(outgoing());
    expect(time.pauses).toEqual([3000]);
  });

  test('is told from trouble on the way', async () => {
    const { sender, transport } = setUp(SPENT, { kind: 'broken-off', message: 'reset' });
    expect(await sender.send(outgoing())).toMatchObject({ trouble: { kind: 'broken-off' } });
    expect(transport.sent).toHaveLength(5);
  });
});

describe('what may pass', () => {
  const BAD_GATEWAY = answered(502, '<html>Bad gateway</html>');
  const CLOSED: Trouble = { kind: 'broken-off', message: 'other side closed' };
  const GONE: Trouble = { kind: 'unreachable', message: 'connect ECONNREFUSED' };

  test.each<[string, Answer | Trouble]>([
    ['a page of a gateway', BAD_GATEWAY],
    ['a connection that is closed', CLOSED],
  ])('is followed by the same request: %s', async (_, hiccup) => {
    const { sender, time, transport } = setUp(hiccup, hiccup, answered(201));
    const exchange = await sender.send(outgoing());
    expect(exchange).toMatchObject({ id: 'x1', answer: { status: 201 } });
    expect(exchange).not.toHaveProperty('trouble');
    expect(time.pauses).toEqual([250, 1000]);
    expect(transport.sent).toHaveLength(3);
  });

  test('becomes trouble where it does not, with what was answered last', async () => {
    const { sender, transport } = setUp(BAD_GATEWAY);
    const exchange = await sender.send(outgoing());
    expect(exchange).toMatchObject({ answer: { status: 502 }, trouble: { kind: 'intermediary' } });
    expect(exchange.trouble?.message).toMatch(/answered 502, .* \(4 times\)$/);
    expect(exchange.trouble).not.toHaveProperty('repeated');
    expect(transport.sent).toHaveLength(4);
  });

  /** Sends a request that meets the same each time, while another in between is answered. */
  async function besideOthers(met: Answer | Trouble): Promise<SentExchange> {
    const { sender, transport } = setUp(met, answered(200));
    const send = transport.send.bind(transport);
    transport.send = (request) => (request.method === 'GET' ? Promise.resolve(answered(200)) : send(request));
    const mayRepeat = async () => {
      transport.sent.length = 0;
      const request = { method: 'GET', url: 'https://tenant.example/', headers: {} };
      await sender.send({ ...outgoing('read'), request });
      return true;
    };
    return await sender.send({ ...outgoing(), mayRepeat });
  }

  test('is about the request where others are answered in between', async () => {
    expect((await besideOthers(CLOSED)).trouble).toMatchObject({ kind: 'broken-off', repeated: 4 });
    expect((await besideOthers(BAD_GATEWAY)).trouble).toMatchObject({ kind: 'intermediary', repeated: 4 });
  });

  test('is the answer of the API where others are answered, and it is worded like the API', async () => {
    const exchange = await besideOthers(answered(503, '{"statusCode":503}'));
    expect(exchange).toMatchObject({ answer: { status: 503 } });
    expect(exchange).not.toHaveProperty('trouble');
  });

  test('is not sent again where that may do harm', async () => {
    const { sender, transport } = setUp(CLOSED);
    const exchange = await sender.send({ ...outgoing(), mayRepeat: () => Promise.resolve(false) });
    expect(exchange.trouble).toEqual(CLOSED);
    expect(transport.sent).toHaveLength(1);
  });

  test('is not that nobody was ever there, but that nobody is for a moment', async () => {
    const never = setUp(GONE);
    expect((await never.sender.send(outgoing())).trouble).toEqual(GONE);
    expect(never.transport.sent).toHaveLength(1);
    const later = setUp(answered(200), GONE, answered(201));
    await later.sender.send(outgoing());
    expect(await later.sender.send(outgoing())).toMatchObject({ answer: { status: 201 } });
  });

  test('is no longer waited for once the target has died', async () => {
    const { sender, transport } = setUp(answered(200), CLOSED, GONE);
    await sender.send(outgoing());
    const { trouble } = await sender.send(outgoing());
    expect(trouble).toMatchObject({ kind: 'died' });
    expect(trouble?.message).toContain('other side closed, and nobody answers since: connect ECONNREFUSED');
    const before = transport.sent.length;
    await sender.send(outgoing());
    expect(transport.sent).toHaveLength(before + 1);
  });

  test('costs little once it has turned out not to pass', async () => {
    const { sender, transport } = setUp(BAD_GATEWAY);
    for (let count = 0; count < 3; count += 1) await sender.send(outgoing());
    const before = transport.sent.length;
    await sender.send(outgoing());
    expect(transport.sent).toHaveLength(before + 2);
  });

  test('is left as it is where the budget allows no more', async () => {
    const time = new FakeTime(NOW);
    const gate = { refusal: (_: Outgoing, spent: number) => (spent > 1 ? 'all is spent' : undefined) };
    const sender = new Sender(new ScriptedTransport(BAD_GATEWAY), new Limiter(time), time, gate);
    expect(await sender.send(outgoing())).toMatchObject({ trouble: { kind: 'intermediary' } });
    expect(sender.total).toBe(1);
  });
});

test('what is spent is counted by kind, every attempt of it', async () => {
  const { sender } = setUp(answered(201), SPENT, SPENT, answered(201), answered(200));
  for (const kind of ['create', 'create', 'cleanup', 'token'] as const) await sender.send(outgoing(kind));
  expect(sender.spent).toEqual({
    create: 4,
    probe: 0,
    read: 0,
    update: 0,
    deploy: 0,
    cleanup: 1,
    token: 1,
    pact: 0,
  });
  expect(sender.total).toBe(6);
});
