import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runCli, startMockProcess, type Ended, type MockProcess } from './example-process.ts';

let dir: string;
let mock: MockProcess;

beforeAll(async () => {
  [dir, mock] = await Promise.all([mkdtemp(join(tmpdir(), 'conformance-')), startMockProcess()]);
});

afterAll(async () => {
  await mock.stop();
  await rm(dir, { recursive: true });
});

const doctor = (target: string, variables: NodeJS.ProcessEnv, ...flags: readonly string[]): Promise<Ended> =>
  runCli(['doctor', '--target', target, '--state-dir', join(dir, 'state'), ...flags], variables);

/** A look at a target that answers lists and creates so, and nothing else. */
async function lookAt(create: readonly [number, object], list: readonly [number, object]): Promise<Ended> {
  const answer: RequestListener = (request, response) => {
    const isCreate = request.method === 'POST';
    const isList = request.method === 'GET' && /\/actions\/actions(\?|$)/.test(request.url ?? '');
    const [status, body] = isCreate ? create : isList ? list : [404, {}];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    return await doctor(`http://127.0.0.1:${port}`, {}, '--token', 'test-token-1234');
  } finally {
    server.close();
  }
}

const EMPTY = [200, { actions: [] }] as const;
const REFUSED = [400, { message: 'Payload is no JSON' }] as const;

describe('doctor', () => {
  it('says what a run would cost: as many requests as it takes', async () => {
    const looked = await doctor(mock.url, mock.environment);
    expect([looked.code, looked.stdout]).toEqual([0, expect.not.stringContaining('BAD')]);
    expect(looked.stdout).toContain('the promise of 403: no token without');
    expect(await readdir(join(dir, 'state', 'ledgers'))).toEqual([]);
    const places = ['--report-dir', join(dir, 'out'), '--state-dir', join(dir, 'state')];
    const { stdout } = await runCli(['run', '--target', mock.url, ...places], mock.environment);
    const told = Number(/, (\d+) requests \(/.exec(looked.stdout)?.[1]);
    const spent = Number(/Spent: (\d+) requests/.exec(stdout)?.[1]);
    expect(Math.abs(told + 10 - spent)).toBeLessThan(6);
  });

  it.each<[string, readonly [number, object], readonly [number, object], RegExp]>([
    ['that lists nothing', REFUSED, [501, {}], /^ok {3}it does not list its actions, and is judged without/m],
    [
      'that is full, as far as it says',
      REFUSED,
      [200, { actions: [{}], total: 120 }],
      /^ok {3}it holds 120/m,
    ],
    [
      'that counts below nothing',
      REFUSED,
      [200, { actions: [], total: -20 }],
      /^ok {3}it does not say how many/m,
    ],
    ['that is empty', REFUSED, EMPTY, /^ok {3}100 of 100 places/m],
  ])('finds a target fit that a run judges: one %s', async (_, create, list, line) => {
    const { code, stdout } = await lookAt(create, list);
    expect(stdout).toMatch(line);
    expect([code, stdout.includes('BAD')]).toEqual([0, false]);
  });

  it.each<[string, readonly [number, object], readonly [number, object], RegExp]>([
    ['where there is no API', [404, {}], [404, {}], /^BAD .*no list of actions was found.*whole base path/m],
    ['that refuses the token', [401, {}], [401, {}], /^BAD .*answered with 401.*Check that the token/m],
    ['whose creates lead nowhere', [404, {}], EMPTY, /^BAD .*a create is answered with 404.*not conformant/m],
    ['that is full', [403, { errorCode: 'too_many_entities' }], EMPTY, /^BAD .*as many actions as it may/m],
  ])('finds a target unfit that a run cannot judge: one %s', async (_, create, list, line) => {
    const { code, stdout } = await lookAt(create, list);
    expect(stdout).toMatch(line);
    expect(code).toBe(3);
  });
});
