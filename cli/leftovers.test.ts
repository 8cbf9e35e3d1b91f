import { readFileSync } from 'node:fs';
import { appendFile, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LedgerEntry } from '../runner/cleanup/ledger.ts';
import { LedgerFile } from './ledger-file.ts';
import { readLedgers } from './leftovers.ts';

const TARGET = 'https://a.eu.auth0.com';
const SWEPT = { left: new Map<string, string>(), unknown: new Map<string, string>() };
const NOBODY = 2 ** 22 + 1;
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'conformance-'));
});
afterEach(() => rm(dir, { recursive: true }));

const open = (run = 'run00001') => new LedgerFile(dir, { run, target: TARGET, startedAt: 1000 });
const leftoversIn = (...given: Parameters<typeof readLedgers>) => readLedgers(...given).leftovers;
const files = () => readdir(join(dir, 'ledgers'));

/** A ledger that a process left which is no more. */
async function abandon(head: object, ...entries: readonly (LedgerEntry | string)[]): Promise<string> {
  open('gone0001').close();
  const path = join(dir, 'ledgers', 'gone0001.jsonl');
  const first = { run: 'gone0001', target: TARGET, startedAt: 5, host: hostname(), pid: NOBODY, ...head };
  const lines = [first, ...entries].map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await writeFile(path, lines.join('\n'));
  return path;
}

describe('a ledger on disk', () => {
  it('goes when nothing is left, and stays while something may be', async () => {
    const clean = open();
    clean.write({ asked: 'a' });
    clean.write({ created: '1', name: 'a' });
    clean.write({ deleted: '1' });
    clean.close();
    expect(await files()).toEqual([]);
    const open2 = open();
    open2.write({ asked: 'a' });
    open2.close();
    expect(await files()).toEqual(['run00001.jsonl']);
    expect(leftoversIn(dir, TARGET, Date.now())).toMatchObject([
      { startedAt: 1000, ids: new Map(), names: new Set(['a']) },
    ]);
  });

  it('holds whatever may be left at every moment', () => {
    const ledger = open();
    // Whoever is killed writes nothing more: what counts is what the file holds after each step.
    const lines = (): readonly string[] =>
      readFileSync(join(dir, 'ledgers', 'run00001.jsonl'), 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1);
    ledger.write({ asked: 'a' });
    expect(lines()).toEqual(['{"asked":"a"}']);
    ledger.write({ created: '1', name: 'a' });
    expect(lines().at(-1)).toBe('{"created":"1","name":"a"}');
    ledger.write({ deleted: '1' });
    ledger.write({ asked: 'b' });
    expect(lines().slice(2)).toEqual(['{"deleted":"1"}', '{"asked":"b"}']);
    ledger.write({ created: '2', name: 'b' });
    ledger.write({ asked: 'c' });
    ledger.write({ refused: 'c' });
    ledger.close();
    expect(leftoversIn(dir, TARGET, Date.now())).toMatchObject([
      { ids: new Map([['2', 'b']]), names: new Set() },
    ]);
  });

  it('that cannot be written is told before anything is sent', async () => {
    const blocked = join(dir, 'file');
    await writeFile(blocked, '');
    expect(() => new LedgerFile(blocked, { run: 'r', target: TARGET, startedAt: 0 })).toThrow(
      'cannot be written',
    );
  });
});

describe('what runs left', () => {
  it('is nothing where none ever ran, and nothing of another target', async () => {
    expect(leftoversIn(join(dir, 'nowhere'), TARGET, Date.now())).toEqual([]);
    await abandon({ target: 'https://b.eu.auth0.com' }, { asked: 'a' });
    expect(leftoversIn(dir, TARGET, Date.now())).toEqual([]);
  });

  it('is read past the half line of a process that was killed', async () => {
    await abandon({}, { created: '1', name: 'a' }, '{"asked":"Confor');
    expect(leftoversIn(dir, TARGET, Date.now())).toMatchObject([
      { ids: new Map([['1', 'a']]), names: new Set() },
    ]);
  });

  it.each([
    ['a process that is alive', { pid: process.ppid }, 0],
    ['another machine, a moment ago', { host: 'elsewhere', pid: NOBODY }, 0],
    ['another machine, long ago', { host: 'elsewhere', pid: NOBODY }, 1],
    ['a process whose number somebody else has by now', { pid: process.ppid }, 1],
  ])('by %s', async (_, head, swept) => {
    const path = await abandon(head, { created: '1', name: 'a' });
    const written = Date.now() / 1000 - (swept === 1 ? 3 * 3600 : 0);
    await utimes(path, written, written);
    expect(leftoversIn(dir, TARGET, Date.now())).toHaveLength(swept);
  });

  it('is struck once it is swept, but for a create that may still arrive', async () => {
    const path = await abandon({}, { created: '1', name: 'a' });
    const [first] = leftoversIn(dir, TARGET, Date.now());
    first?.settle({ ...SWEPT, left: new Map([['1', 'why']]) });
    expect(await files()).toHaveLength(1);
    first?.settle(SWEPT);
    expect(await files()).toEqual([]);
    await abandon({}, { asked: 'b' });
    leftoversIn(dir, TARGET, Date.now())[0]?.settle(SWEPT);
    expect(await files()).toHaveLength(1);
    await appendFile(path, '\n');
    leftoversIn(dir, TARGET, Date.now() + 120_000)[0]?.settle(SWEPT);
    expect(await files()).toEqual([]);
  });
});
