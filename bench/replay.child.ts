import { readFileSync } from 'node:fs';
import process from 'node:process';

import { Client } from 'undici';

import { stringIn } from './json.ts';
import type { Replayed } from './replayed.ts';

// What exploration is compared with: the same requests in the same order, one after another, by nothing but undici.
// Every answer is read to its end and must have the status that it had; ids are those of the actions created now.
const job: unknown = JSON.parse(process.argv[2] ?? '');
const origin = stringIn(job, 'base');
const client = new Client(origin);
const requests = (JSON.parse(readFileSync(stringIn(job, 'record'), 'utf8')) as readonly Replayed[]).map(
  ({ request: { method, url, headers, body, encoding }, status, answer }) => ({
    method,
    path: url.slice(origin.length),
    headers: Object.entries(headers).flatMap(([name, value]) => [name, String(value)]),
    body: body === undefined || encoding === undefined ? (body ?? null) : Buffer.from(body, encoding),
    status,
    created: status === 201 ? idIn(answer) : '',
  }),
);
const ids = new Map<string, string>();
const began = performance.now();
const cpuBefore = process.cpuUsage();
for (const { path, status, created, ...request } of requests) {
  const answer = await client.request({
    ...request,
    path: path.replace(/(?<=\/actions\/)[^/?]+(?=\?|$)/, renamed),
  });
  const text = await answer.body.text();
  if (answer.statusCode !== status) throw new Error(`${answer.statusCode} instead of ${status}: ${text}`);
  if (created !== '') ids.set(created, idIn(text));
}
const tookMs = performance.now() - began;
const { user, system } = process.cpuUsage(cpuBefore);
const told = { requests: requests.length, tookMs, cpuMs: (user + system) / 1000 };
process.stdout.write(`${JSON.stringify(told)}\n`);
await client.destroy();

function renamed(id: string): string {
  return ids.get(id) ?? id;
}

function idIn(text: string): string {
  return stringIn(JSON.parse(text), 'id');
}
