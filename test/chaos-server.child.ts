import process from 'node:process';

import { startChaos, type ChaosServer, type Weather } from './chaos-server.ts';

/** What the parent asks for: another server, or something of the one that runs. */
export type Order = Weather | 'tokens' | 'calm' | 'actions' | 'close';

let server: ChaosServer | undefined;

/** A hostile target in a process of its own, so that the memory of the suite can be told from its. */
process.on('message', (order: Order) => {
  void obey(order).then((answer) => process.send?.(answer ?? null));
});

async function obey(order: Order): Promise<unknown> {
  if (typeof order !== 'string') {
    server = await startChaos(order);
    return { url: server.url, access: server.access };
  }
  return await server?.[order]();
}
