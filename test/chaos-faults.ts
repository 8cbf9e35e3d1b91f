import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { encodings } from '../contracts/example-encodings.ts';

/** A request that is answered in a hostile or broken way. */
export interface Victim {
  readonly request: IncomingMessage;
  readonly answer: ServerResponse;
  readonly body: Buffer;
  /** Lets the honest tenant do what is asked, and gives what it says. */
  readonly forward: () => Promise<{ readonly status: number; readonly text: string }>;
}

type Fault = (victim: Victim) => void | Promise<void>;

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const MEGABYTE = Buffer.alloc(1024 * 1024, ' ');

const small = gzipSync(Buffer.alloc(10 * 1024 * 1024, ' '));

/** Five hundred megabytes in half of one: members of a gzip follow one another. */
const bomb = Buffer.concat(Array.from({ length: 50 }, () => small));

/** Sends bytes without any HTTP around them, and does what follows. */
const raw =
  (text: string, then: (victim: Victim) => void): Fault =>
  (victim) => {
    victim.answer.socket?.write(text, () => then(victim));
  };

const reset = ({ answer }: Victim): void => void answer.socket?.resetAndDestroy();

/** Writes for as long as anybody listens. */
function forEver(stream: Writable, chunk: Buffer): void {
  const pour = (): void => {
    while (!stream.destroyed && stream.write(chunk));
  };
  stream.on('drain', pour);
  pour();
}

/** Every way in which a target may be hostile or broken, by its name. */
export const faults: Readonly<Record<string, Fault>> = {
  'an endless body': ({ answer }) => {
    answer.writeHead(201, JSON_TYPE);
    forEver(answer, MEGABYTE);
  },
  'a gzip bomb': ({ answer }) => {
    answer.writeHead(201, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(bomb);
  },
  'a slow drip': ({ answer }) => {
    answer.writeHead(201, JSON_TYPE);
    const drip = setInterval(() => answer.write(' '), 10);
    answer.on('close', () => clearInterval(drip));
  },
  silence: () => undefined,
  'headers without end': ({ answer: { socket } }) => {
    socket?.write('HTTP/1.1 201 Created\r\n');
    if (socket !== null) forEver(socket, Buffer.from(`x-more: ${'y'.repeat(1000)}\r\n`));
  },
  'JSON that is 100,000 deep': ({ answer }) => {
    answer.writeHead(201, JSON_TYPE).end(`${'{"a":['.repeat(50_000)}1${']}'.repeat(50_000)}`);
  },
  'bytes that are no UTF-8': ({ answer }) => {
    answer.writeHead(201, JSON_TYPE).end(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xed, 0xa0, 0x80, 0x22, 0x7d]));
  },
  'a length that is too long': raw(
    'HTTP/1.1 201 Created\r\ncontent-length: 999\r\n\r\n{"id":',
    ({ answer }) => answer.socket?.end(),
  ),
  'a length that is too short': raw(
    'HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}{"id":"1"}',
    ({ answer }) => answer.socket?.end(),
  ),
  'a reset before the answer': reset,
  'a reset within the headers': raw('HTTP/1.1 201 Created\r\ncontent-ty', reset),
  'a reset within the body': raw('HTTP/1.1 201 Created\r\ncontent-length: 99\r\n\r\n{"id"', reset),
  'a reset once it is done': async (victim) => {
    await victim.forward();
    reset(victim);
  },
  'half of the answer': async (victim) => {
    const { status, text } = await victim.forward();
    victim.answer.writeHead(status, JSON_TYPE).end(text.slice(0, text.length / 2));
  },
  'a redirect to itself': ({ request, answer }) => {
    answer.writeHead(307, { location: request.url ?? '/' }).end();
  },
  'a redirect elsewhere': ({ answer }) => {
    answer.writeHead(308, { location: 'http://127.0.0.1:9/' }).end();
  },
  'a spent limit': ({ answer }) => {
    answer.writeHead(429, { ...JSON_TYPE, 'retry-after': '1' }).end('{"statusCode":429}');
  },
  'a bad gateway': ({ answer }) => {
    answer.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>');
  },
  'a token that is refused': ({ answer }) => {
    answer.writeHead(401, JSON_TYPE).end('{"statusCode":401}');
  },
  'another protocol': raw('220 mail.example ready\r\n', ({ answer }) => answer.socket?.end()),
  'every secret it was told': ({ request, answer, body }) => {
    const told = `${JSON.stringify(request.headers)} ${body.toString()}`;
    const encoded = Object.values(encodings).map((encode) => encode(told));
    answer.writeHead(400, { ...JSON_TYPE, 'x-echo': encodeURIComponent(told) });
    answer.end(JSON.stringify({ statusCode: 400, message: encoded.join(' ') }));
  },
  'dates an hour off': async (victim) => {
    const { status, text } = await victim.forward();
    const date = new Date(Date.now() - 3_600_000);
    const nextSecond = String(Math.floor(date.getTime() / 1000) + 1);
    victim.answer.writeHead(status, {
      ...JSON_TYPE,
      date: date.toUTCString(),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': nextSecond,
    });
    victim.answer.end(status === 204 ? undefined : text);
  },
};
