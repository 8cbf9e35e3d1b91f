import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A server on this machine that answers with bytes of the test's choice. */
interface Loopback {
  readonly url: string;
  /** All that clients sent, as text in UTF-8 or another encoding. */
  readonly received: (encoding?: BufferEncoding) => string;
}

type Starter = (answer: (socket: Socket) => void) => Promise<Loopback>;

/**
 * Starts servers, and closes them and their connections after each test.
 *
 * @param afterEach the test runner's own.
 */
export function loopbackStarter(afterEach: (clean: () => Promise<void>) => void): Starter {
  const servers = new Set<Server>();
  const sockets = new Set<Socket>();
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await Promise.all([...servers].map((server) => once(server.close(), 'close')));
    servers.clear();
    sockets.clear();
  });
  return async (answer) => {
    const received: Buffer[] = [];
    const server = createServer((socket) => {
      sockets.add(socket);
      // A client that breaks off is what some tests want.
      socket.on('error', () => socket.destroy());
      socket.on('data', (chunk) => received.push(Buffer.from(chunk)));
      socket.once('data', () => answer(socket));
    });
    servers.add(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return {
      url: `http://127.0.0.1:${portOf(server.address())}`,
      received: (encoding) => Buffer.concat(received).toString(encoding),
    };
  };
}

/** An address where nobody listens: that of a server that was closed. */
export async function deserted(): Promise<string> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const port = portOf(server.address());
  await once(server.close(), 'close');
  return `127.0.0.1:${port}`;
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('the server does not listen on a port');
}
