import process from 'node:process';

import { Agent } from 'undici';

import { create } from './create.ts';
import { numberIn, stringIn } from './json.ts';

// What the driver is compared with: nothing but creates, one after another, each answer read to its end. It has
// a process of its own, as a run of the suite has, so that neither is more warmed up than the other.
const job: unknown = JSON.parse(process.argv[2] ?? '');
const target = {
  name: stringIn(job, 'name'),
  origin: stringIn(job, 'origin'),
  path: stringIn(job, 'path'),
  token: stringIn(job, 'token'),
};
const agent = new Agent();
const count = numberIn(job, 'count');
const began = performance.now();
for (let sent = 0; sent < count; sent += 1) await create(agent, target);
process.stdout.write(`${JSON.stringify({ tookMs: performance.now() - began })}\n`);
await agent.destroy();
