import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LoggedExchange } from '../runner/exchange-log.ts';
import { ExchangeLogFile } from './exchange-log.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'log-'));
});
afterEach(async () => rm(dir, { recursive: true, force: true }));

const exchange = (id: string): LoggedExchange => ({
  id,
  case: 'c1',
  phase: 'exploration',
  kind: 'create',
  about: { operation: 'create', credentials: 'valid', choices: ['sampled'] },
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1,
  request: { method: 'POST', url: 'http://127.0.0.1/', headers: {}, body: `{"code":"${'x'.repeat(2000)}"}` },
});

describe('the log of exchanges', () => {
  it('holds one exchange a line, in order, however many there are', async () => {
    const log = new ExchangeLogFile(dir);
    const ids = Array.from({ length: 2000 }, (_, index) => `x${index}`);
    let waits = 0;
    for (const id of ids) {
      const wait = log.write(exchange(id));
      if (wait !== undefined) waits += 1;
      await wait;
    }
    const text = await readFile(await log.finish(), 'utf-8');
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as LoggedExchange).id)).toEqual(ids);
    // A writer that never had to wait would have held everything in memory.
    expect(waits).toBeGreaterThan(0);
  });

  it('leaves the log of an earlier run alone until it is whole', async () => {
    await writeFile(join(dir, 'exchanges.ndjson'), 'earlier');
    const log = new ExchangeLogFile(dir);
    await log.write(exchange('x1'));
    await log.abandon();
    expect(await readdir(dir)).toEqual(['exchanges.ndjson']);
    expect(await readFile(join(dir, 'exchanges.ndjson'), 'utf-8')).toBe('earlier');
  });

  it('grows where no other run writes', async () => {
    const elsewhere = join(dir, 'exchanges.ndjson.1.part');
    await writeFile(elsewhere, 'somebody else');
    const log = new ExchangeLogFile(dir);
    await log.write(exchange('x1'));
    await log.finish();
    expect(await readdir(dir)).toEqual(['exchanges.ndjson', 'exchanges.ndjson.1.part']);
    expect(await readFile(elsewhere, 'utf-8')).toBe('somebody else');
  });

  it('leaves nothing of a log that is abandoned before its file is open', async () => {
    // Opening and removing run on different threads: often enough that the order of the two would show.
    for (let time = 0; time < 200; time += 1) {
      await new ExchangeLogFile(dir).abandon();
      expect(await readdir(dir)).toEqual([]);
    }
  });

  it('says where it cannot write, once the run is over', async () => {
    const log = new ExchangeLogFile(join(dir, 'missing'));
    for (let line = 0; line < 2000; line += 1) await log.write(exchange(`x${line}`));
    await expect(log.finish()).rejects.toMatchObject({ code: 'UNWRITABLE' });
  });
});
