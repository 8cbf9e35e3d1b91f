import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request that the broker got. */
interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** What the broker answers, by `METHOD path` without a query: a status, and a body where `{base}` stands for its own URL. */
export type Script = Readonly<Record<string, readonly [status: number, body: object | string] | 'silence'>>;

/** A broker on this machine, in the HAL of the real one. */
export interface ExampleBroker {
  readonly base: string;
  readonly asked: readonly Asked[];
}

const LINKS = {
  _links: {
    self: { href: '{base}' },
    'pb:publish-contracts': { href: '{base}/contracts/publish' },
    'pb:provider-pacts-for-verification': { href: '{base}/pacts/provider/{provider}/for-verification' },
  },
};

/** Starts brokers, and closes them after each test. */
export function brokerStarter(
  afterEach: (clean: () => Promise<void>) => void,
): (script: Script) => Promise<ExampleBroker> {
  const running: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map((close) => close()));
  });
  return async (script) => {
    const asked: Asked[] = [];
    let base = '';
    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, path: url, authorization: headers.authorization, body: await text(request) });
      const scripted =
        script[`${method} ${url.replace(/\?.*$/, '')}`] ??
        (url === '/' ? ([200, LINKS] as const) : ([404, {}] as const));
      if (scripted === 'silence') return;
      const [status, said] = scripted;
      const type = typeof said === 'string' ? 'text/html' : 'application/hal+json';
      response.writeHead(status, { 'content-type': type });
      response.end((typeof said === 'string' ? said : JSON.stringify(said)).replaceAll('{base}', base));
    };
    const server = createServer((request, response) => void answer(request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the broker listens on no port');
    base = `http://127.0.0.1:${address.port}`;
    running.push(async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    });
    return { base, asked };
  };
}
