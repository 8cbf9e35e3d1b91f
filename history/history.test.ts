import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { causeOf } from '../verdicts/cause.ts';
import { exampleNight, rememberNights } from './example-history.ts';
import { exportLines } from './export-lines.ts';
import { listNights } from './list-nights.ts';
import { openHistory } from './open-history.ts';
import { readKnown } from './read-known.ts';
import { readTrends } from './read-trends.ts';
import { recordUnjudged } from './record-unjudged.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'history-'));
});
afterAll(async () => rm(dir, { recursive: true }));

const fileOf = (name: string): string => join(dir, `${name}.db`);
const dayOf = (day: number): string => new Date(Date.UTC(2026, 10, day)).toISOString();

/** Starts a process that remembers nights of a target. */
const startWriter = (path: string, target: string, nights: number, first = 0): ChildProcess =>
  spawn(
    process.execPath,
    [join(import.meta.dirname, 'writer.child.ts'), path, target, String(nights), String(first)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

/** Looks at a history, and closes it. */
function look<T>(path: string, use: (database: DatabaseSync) => T): T {
  const database = openHistory(path, { create: false });
  try {
    return use(database);
  } finally {
    database.close();
  }
}

const nightsIn = (path: string, target?: string): number =>
  look(path, (database) => listNights(database, { target, limit: 1000 }).length);

describe('a history', () => {
  it('remembers when each deviation was seen first and last, and what the trends need', () => {
    const path = fileOf('dates');
    rememberNights(
      path,
      [1, 2, 3].map((day) => exampleNight(dayOf(day))),
    );
    const { known, trends, lines } = look(path, (database) => ({
      known: readKnown(database, 'example'),
      trends: readTrends(database, 'example', 90),
      lines: [...exportLines(database, undefined)],
    }));
    expect(known.since).toBe(dayOf(3));
    expect(known.deviations.length).toBeGreaterThan(1);
    for (const each of known.deviations) {
      expect(each).toMatchObject({ firstSeen: dayOf(1), lastSeen: dayOf(3), open: true, flaky: false });
    }
    expect(trends.map(({ at }) => at)).toEqual([dayOf(1), dayOf(2), dayOf(3)]);
    expect(trends[0]).toMatchObject({
      verdicts: { failed: 1 },
      creates: { count: expect.any(Number) as number },
    });
    const kinds = new Set(lines.map(({ kind }) => kind));
    expect([...kinds]).toEqual(
      expect.arrayContaining(['night', 'verdict', 'deviation', 'finding', 'latency']),
    );
    expect(look(path, (database) => [...exportLines(database, 'somebody else')])).toEqual([]);
  });

  it('knows a deviation again whose place has half a character in it', () => {
    const path = fileOf('half');
    const nightOn = (day: number) => {
      const { tonight, ...night } = exampleNight(dayOf(day));
      const cause = causeOf('answer.action.name', { path: '/\u{d800}x/status', kind: 'undocumented' });
      return {
        ...night,
        tonight: {
          ...tonight,
          deviations: tonight.deviations.slice(0, 1).map((each) => ({ ...each, cause })),
        },
      };
    };
    rememberNights(path, [nightOn(1), nightOn(2)]);
    expect(look(path, (database) => readKnown(database, 'example').deviations)).toMatchObject([
      { firstSeen: dayOf(1), lastSeen: dayOf(2), open: true },
    ]);
  });

  it('takes a report once', () => {
    const path = fileOf('once');
    rememberNights(path, [exampleNight(dayOf(1))]);
    expect(() => rememberNights(path, [exampleNight(dayOf(1))])).toThrow(
      /remembered already, as night 1 of example/,
    );
    rememberNights(path, [exampleNight(dayOf(1), 'another')]);
    expect(nightsIn(path)).toBe(2);
  });

  it('takes no report of a night before one that it knows, but for another target', () => {
    const path = fileOf('order');
    const lasting = (hours: number) => {
      const night = exampleNight(dayOf(1));
      return { ...night, report: { ...night.report, durationMs: hours * 3_600_000 } };
    };
    rememberNights(path, [exampleNight(dayOf(2))]);
    const before = look(path, (database) => [...exportLines(database, undefined)]);
    expect(() => rememberNights(path, [lasting(23)])).toThrow(
      /night 1 of example began 2026-11-02T00:00:00.000Z, after this one, which ended 2026-11-01T23:00/,
    );
    expect(look(path, (database) => [...exportLines(database, undefined)])).toEqual(before);
    rememberNights(path, [exampleNight(dayOf(1), 'another')]);
    // Of two jobs at one time the second to end is compared with the first.
    rememberNights(path, [lasting(25)]);
    expect(nightsIn(path)).toBe(3);
  });

  it('shows a night on which nothing could be judged, and compares none with it', () => {
    const path = fileOf('unjudged');
    const unjudged = (day: number) => {
      const { tonight, report } = exampleNight(dayOf(day));
      const { durationMs, seed, suite } = report;
      const night = {
        target: 'example',
        at: tonight.at,
        durationMs,
        seed,
        scope: tonight.scope,
        requests: 1,
      };
      const database = openHistory(path, { create: true });
      const { version, catalogueDigest: catalogue } = suite;
      recordUnjudged(database, { ...night, version, catalogue, summary: 'Nobody is there.' });
      database.close();
    };
    unjudged(1);
    expect(look(path, (database) => readKnown(database, 'example').since)).toBeUndefined();
    rememberNights(path, [exampleNight(dayOf(2))]);
    unjudged(3);
    expect(look(path, (database) => readKnown(database, 'example').since)).toBe(dayOf(2));
    expect(look(path, (database) => readTrends(database, 'example', 90))).toHaveLength(1);
    const nights = look(path, (database) => listNights(database, { target: 'example', limit: 9 }));
    expect(nights.map(({ at, outcome }) => [at, outcome])).toEqual([
      [dayOf(3), 'not-judged'],
      [dayOf(2), 'regression'],
      [dayOf(1), 'not-judged'],
    ]);
    expect(nights[0]?.summary).toBe('Nobody is there.');
  });

  it('is one file at rest', () => {
    rememberNights(fileOf('alone'), [exampleNight(dayOf(1))]);
    expect(readdirSync(dir).filter((name) => name.startsWith('alone'))).toEqual(['alone.db']);
  });

  it('loses nothing when two jobs write at the same time', async () => {
    const path = fileOf('two');
    const writers = ['a', 'b'].map((target) => startWriter(path, target, 15));
    const codes = await Promise.all(
      writers.map(async (writer) => (await once(writer, 'close'))[0] as unknown),
    );
    expect(codes).toEqual([0, 0]);
    expect([nightsIn(path, 'a'), nightsIn(path, 'b')]).toEqual([15, 15]);
  });

  it('keeps every night that was written when a job is killed at any moment', async () => {
    const path = fileOf('killed');
    for (const patience of [1, 3, 6]) {
      const before = patience === 1 ? 0 : nightsIn(path);
      const writer = startWriter(path, 'example', 1000, before);
      let told = 0;
      writer.stdout?.on('data', (lines: Buffer) => {
        told += lines.toString().split('\n').length - 1;
        if (told >= patience) writer.kill('SIGKILL');
      });
      await once(writer, 'close');
      expect(told).toBeGreaterThanOrEqual(patience);
      const after = nightsIn(path);
      // What was being written as the job was killed is there whole, or not at all.
      expect(after - before).toBeGreaterThanOrEqual(told);
      const whole = look(path, (database) =>
        database.prepare('SELECT count(*) AS n FROM night WHERE id NOT IN (SELECT night FROM verdict)').get(),
      );
      expect(whole).toEqual({ n: 0 });
    }
  });
});

describe('what is no history of this suite is told in words', () => {
  it.each([
    ['a file that is no database', (path: string) => writeFileSync(path, 'x'.repeat(5000)), /not a database/],
    [
      'a database of somebody else',
      (path: string) => new DatabaseSync(path).exec('CREATE TABLE theirs (x)'),
      /no history of this suite/,
    ],
    [
      'a history of a newer suite',
      (path: string) => {
        rememberNights(path, [exampleNight(dayOf(1))]);
        new DatabaseSync(path).exec('PRAGMA user_version = 99');
      },
      /version 99 of the schema/,
    ],
  ])('%s', (name, make, message) => {
    const path = fileOf(name);
    make(path);
    expect(() => openHistory(path, { create: true })).toThrow(message);
  });

  it('a history that is not there, where nothing is to be written', () => {
    expect(() => openHistory(fileOf('none'), { create: false })).toThrow(/there is no history/);
    expect(readdirSync(dir)).not.toContain('none.db');
  });
});
