import { fileURLToPath } from 'node:url';

import { type Child, firstLine, start } from './children.ts';
import { stringIn } from './json.ts';
import type { Target } from './create.ts';

/** The mock tenant, running in a process of its own. */
export interface Mock {
  readonly child: Child;
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly limitedToken: string;
  readonly target: Target;
}

/**
 * Starts the mock tenant in a process of its own.
 *
 * @param delayMs how long it takes before it answers.
 */
export async function startMock(delayMs = 0): Promise<Mock> {
  const name = 'mock tenant';
  const args = [fileURLToPath(new URL('mock.child.ts', import.meta.url)), String(delayMs)];
  const child = start({ name, args, output: 'pipe' });
  const facts: unknown = JSON.parse(await firstLine(child));
  const url = stringIn(facts, 'url');
  return {
    child,
    url,
    clientId: stringIn(facts, 'clientId'),
    clientSecret: stringIn(facts, 'clientSecret'),
    limitedToken: stringIn(facts, 'limitedToken'),
    target: {
      name,
      origin: url,
      path: '/api/v2/actions/actions',
      token: stringIn(facts, 'token'),
      pid: child.process.pid,
    },
  };
}
