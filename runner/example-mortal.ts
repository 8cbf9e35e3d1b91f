import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

import { listen } from '../fixtures/tenant/listen.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import type { RunOptions } from './run.ts';

/** A tenant that can die: from then on nobody listens at its address. */
interface Mortal {
  readonly target: Pick<RunOptions, 'base' | 'access' | 'unscopedToken'>;
  close(): Promise<void>;
}

/** @param dies over which of the bodies that are sent to it, counted from 1. */
export async function mortalTenant(dies: (body: string, count: number) => boolean): Promise<Mortal> {
  const tenant = await startMockTenant();
  let count = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      count += 1;
      if (dies(body, count)) {
        server.close();
        server.closeAllConnections();
        return;
      }
      const { method = 'GET', url = '/', headers } = request;
      const answer = await fetch(`${tenant.url}${url}`, {
        method,
        headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
          typeof value === 'string' && !['connection', 'content-length', 'host'].includes(name)
            ? [[name, value]]
            : [],
        ),
        ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
      });
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(await answer.text());
    })();
  });
  const port = await listen(server, 0);
  return {
    target: {
      base: `http://127.0.0.1:${port}`,
      access: { by: 'token', token: await tenant.token() },
      unscopedToken: await tenant.token(['read:actions']),
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await tenant.close();
    },
  };
}
