import { Agent, errors } from 'undici';
import { afterAll, expect, test, vi } from 'vitest';

import type { Trouble } from './exchange.ts';
import { Transport } from './transport.ts';

const transport = new Transport();
afterAll(() => transport.close());

const withCode = (code: string, message = `it failed: ${code}`) =>
  Object.assign(new Error(message), { code });
const both = [withCode('ECONNREFUSED', 'connect ECONNREFUSED ::1:1'), withCode('ECONNREFUSED')];

test.each<[string, unknown, Trouble['kind'], string]>([
  ['no headers in time', new errors.HeadersTimeoutError(), 'timeout', 'the target kept silent for 30 s'],
  [
    'no more of the body in time',
    new errors.BodyTimeoutError(),
    'timeout',
    'the target kept silent for 30 s',
  ],
  [
    'no connection in time',
    new errors.ConnectTimeoutError('too slow'),
    'unreachable',
    'too slow (UND_ERR_CONNECT_TIMEOUT)',
  ],
  ['two addresses, both refused', new AggregateError(both), 'unreachable', 'connect ECONNREFUSED ::1:1'],
  ['a name that nobody knows', withCode('ENOTFOUND'), 'unreachable', 'it failed: ENOTFOUND'],
  [
    'a certificate that nobody signed',
    withCode('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'),
    'unreachable',
    'self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)',
  ],
  [
    'a certificate of another host',
    withCode('ERR_TLS_CERT_ALTNAME_INVALID'),
    'unreachable',
    'it failed: ERR_TLS_CERT_ALTNAME_INVALID',
  ],
  ['an expired certificate', withCode('CERT_HAS_EXPIRED'), 'unreachable', 'it failed: CERT_HAS_EXPIRED'],
  ['a reset', withCode('ECONNRESET'), 'broken-off', 'it failed: ECONNRESET'],
  ['an error without a code', new Error('odd'), 'broken-off', 'odd'],
  ['what is no error', 'odd', 'broken-off', 'odd'],
])('%s', async (_, error, kind, message) => {
  // What no server can be made to cause within the time of a test.
  vi.spyOn(Agent.prototype, 'dispatch').mockImplementation(() => {
    throw error;
  });
  const outcome = await transport.send({ method: 'GET', url: 'https://127.0.0.1/', headers: {} });
  expect(outcome).toEqual({ kind, message });
});
