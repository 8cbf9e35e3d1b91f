import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Agent } from 'undici';

import { type Child, stop } from './children.ts';
import { create, type Target } from './create.ts';
import { installPrism } from './install-prism.ts';
import { type Throughput, throughputOf } from './load.ts';
import { startMock } from './mock.ts';
import { openApiDocument } from './openapi.ts';
import { MANNERS, startPrism } from './prism.ts';

/** Creates per second of the mock tenant, and of Prism unless it was left out. */
export interface Creates {
  readonly ours: Throughput;
  readonly theirs: readonly (Throughput & { readonly ratio: number })[];
  /** Why there is no comparison. */
  readonly leftOut?: string;
}

/** Measures the mock tenant beside Prism's mock server, in turns, on the same operation. */
export async function measureCreates(folder: string, progress: (line: string) => void): Promise<Creates> {
  const prism = await installPrism(progress);
  const children: Child[] = [];
  try {
    progress('creates per second');
    const mock = await startMock();
    children.push(mock.child);
    const targets: Target[] = [mock.target];
    if (prism.installed) {
      const document = join(folder, 'openapi.json');
      await writeFile(document, await openApiDocument(await exampleOf(mock.target)));
      for (const manner of MANNERS) {
        const server = await startPrism(prism, document, manner);
        children.push(server.child);
        targets.push(server.target);
      }
    }
    const [ours, ...others] = await throughputOf(targets);
    if (ours === undefined) throw new Error('the mock tenant was not measured');
    const theirs = others.map((each) => ({ ...each, ratio: ours.perSecond.median / each.perSecond.median }));
    return { ours, theirs, ...(prism.installed ? {} : { leftOut: prism.reason }) };
  } finally {
    await Promise.all(children.map(stop));
  }
}

async function exampleOf(target: Target): Promise<unknown> {
  const agent = new Agent();
  try {
    return JSON.parse(await create(agent, target));
  } finally {
    await agent.destroy();
  }
}
