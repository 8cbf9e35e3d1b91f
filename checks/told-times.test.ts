import { describe, expect, test } from 'vitest';

import { deploy, evidenceOf, pathsOf, read, update, type Example } from './example-exchange.ts';
import { judge } from './judge.ts';

const UNSEEN = { outcome: 'held', observed: false };
const HELD = { outcome: 'held', observed: true };

describe('what was just made', () => {
  const judged = (example: Example) => judge({ kind: 'dated-now' }, evidenceOf(example));
  const dated = (created_at: string, date?: string): Example => ({
    answered: { created_at },
    ...(date === undefined ? {} : { headers: { date } }),
  });

  test.each([
    ['ten minutes either way', dated('2026-01-01T00:09:59.000Z')],
    [
      "by the target's clock, where this machine's is wrong",
      dated('2026-03-01T12:00:00Z', 'Sun, 01 Mar 2026 12:00:01 GMT'),
    ],
    [
      "by this machine's clock, where a front's `date` is wrong",
      dated('2026-01-01T00:00:00Z', 'Sun, 01 Mar 2026 12:00:01 GMT'),
    ],
    ['beside a `date` that is none', dated('2026-01-01T00:00:00Z', 'yesterday')],
  ])('is dated now: %s', (_, example) => {
    expect(judged(example)).toEqual(HELD);
  });

  test.each([
    ['an hour ahead', dated('2026-01-01T01:00:00Z')],
    ['an hour back', dated('2025-12-31T23:00:00Z')],
    ['in 1970', dated('1970-01-21T10:00:00Z', 'Thu, 01 Jan 2026 00:00:01 GMT')],
  ])('is not dated now: %s', (_, example) => {
    expect(pathsOf(judged(example))).toEqual(['/created_at']);
  });

  test('is the version of a deploy and the change of an update, and not what was there before', () => {
    const old = '2025-01-01T00:00:00Z';
    expect(pathsOf(judged(deploy({ created_at: old })))).toEqual(['/created_at']);
    expect(pathsOf(judged(update({ created_at: old, updated_at: old })))).toEqual(['/updated_at']);
    expect(judged(read({ created_at: old, updated_at: old, built_at: old }))).toEqual(HELD);
  });

  test('cannot be judged where nothing tells the time', () => {
    const { exchange, ...rest } = evidenceOf(dated('2026-01-01T00:00:00Z'));
    const { startedAt: _, ...timeless } = exchange;
    expect(judge({ kind: 'dated-now' }, { ...rest, exchange: timeless })).toMatchObject({
      outcome: 'unjudged',
    });
  });
});

describe('an update moves the time on', () => {
  const judged = (before: string, now: string, startedAt: string) =>
    judge(
      { kind: 'time-moves' },
      evidenceOf(
        { ...update({ updated_at: now }), startedAt },
        { earlier: [{ answered: { id: 'a1', updated_at: before } }] },
      ),
    );

  test('where enough time has passed for a clock to show', () => {
    expect(
      pathsOf(judged('2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.050Z')),
    ).toEqual(['/updated_at']);
    expect(
      pathsOf(judged('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:03.000Z')),
    ).toEqual(['/updated_at']);
  });

  test.each([
    ['a clock of whole seconds, within two', '2026-01-01T00:00:00Z', '2026-01-01T00:00:01.500Z'],
    ['a clock of milliseconds, at once', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.005Z'],
  ])('and nobody can tell for %s', (_, time, startedAt) => {
    expect(judged(time, time, startedAt)).toEqual(UNSEEN);
  });
});

describe('two moments in order', () => {
  const version = { created_at: '2026-01-01T00:00:10Z', updated_at: '2026-01-01T00:00:11Z' };
  const judged = (of: 'builds' | 'versions' | 'secrets', example: Example) =>
    pathsOf(judge({ kind: 'times-in-order', of }, evidenceOf(example)));

  test('are found wherever they stand', () => {
    expect(judged('builds', deploy({ ...version, built_at: '2026-01-01T00:00:09Z' }))).toEqual(['/built_at']);
    expect(judged('builds', deploy({ ...version, built_at: '2026-01-01T00:00:13Z' }))).toEqual([
      '/updated_at',
    ]);
    const older = { created_at: '2026-01-01T00:00:20Z', deployed_version: version };
    expect(judged('versions', read(older))).toEqual(['/deployed_version/created_at']);
    const secrets = [{ name: 'A', updated_at: '2026-01-01T00:01:00Z' }];
    expect(judged('secrets', read({ ...version, secrets }))).toEqual(['/updated_at']);
  });

  test('may differ by less than a second where each is taken by itself', () => {
    const secrets = [{ name: 'A', updated_at: '2026-01-01T00:00:11.9Z' }];
    expect(judged('secrets', read({ ...version, secrets }))).toEqual([]);
    expect(judged('builds', deploy({ ...version, built_at: '2026-01-01T00:00:11.5Z' }))).toEqual([]);
  });

  test('may be a build of an action before its last update', () => {
    expect(judged('builds', read({ ...version, built_at: '2026-01-01T00:00:10.5Z' }))).toEqual([]);
  });
});
