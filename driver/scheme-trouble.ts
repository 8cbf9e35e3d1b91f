import { errors } from 'undici';

import type { Trouble } from './exchange.ts';

/** How OpenSSL names an answer that is no TLS at all. */
const NO_TLS =
  /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNEXPECTED_MESSAGE|UNKNOWN_PROTOCOL)$/;

/** The record with which a server that waits for TLS answers what is none: an alert, of some version 3. */
const ALERT = '\u0015\u0003';

/**
 * What is wrong where a target speaks TLS and its address does not, or the other way round; in words of OpenSSL it helps
 * nobody. `undefined` where it is something else.
 */
export function schemeTrouble(error: unknown, code: string, url: string): Trouble | undefined {
  if (NO_TLS.test(code)) {
    return {
      kind: 'unreachable',
      message: `what listens there speaks no TLS: the address begins with http://, or has another port (${code})`,
    };
  }
  const { reason, data, socket } = Object(error) as {
    readonly reason?: unknown;
    readonly data?: unknown;
    readonly socket?: { readonly bytesRead?: unknown } | null;
  };
  if (error instanceof errors.HTTPParserError && typeof data === 'string' && data.startsWith(ALERT)) {
    return {
      kind: 'unreachable',
      message: 'what listens there speaks TLS: the address begins with https://',
    };
  }
  if (error instanceof errors.SocketError && socket?.bytesRead === 0 && url.startsWith('http:')) {
    return {
      kind: 'broken-off',
      message: `${error.message} (${code}) before it answered anything: where it speaks TLS, the address begins with https://`,
    };
  }
  // OpenSSL's own words begin with a number and its line of code.
  if (!code.startsWith('ERR_SSL_') || typeof reason !== 'string') return undefined;
  return { kind: 'unreachable', message: `the TLS handshake failed: ${reason} (${code})` };
}
