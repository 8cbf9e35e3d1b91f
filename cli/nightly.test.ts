import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Change } from '../changes/change.ts';
import type { Report } from '../verdicts/report.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import { loadSqlite } from '../history/load-sqlite.ts';
import { callCli, type Called } from './example-call.ts';
import { mutantNamed } from './mutant.ts';

const FAULTY = 'accepts-a-mistyped-name';
const CAUSE = 'request.name.type:status:2xx';

let dir: string;
let tenant: Awaited<ReturnType<typeof startMockTenant>>;
/** How often the fault shows: each time that this many honest answers would have been given. */
let faultyEvery: number | undefined;
let asked = 0;
/** How many requests the tenant was sent, and how many of its actions it was asked for. */
let requests = 0;
let created = 0;
/** What else happens when the tenant is asked. */
let onRequest: (() => void) | undefined;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'conformance-nightly-'));
  tenant = await startMockTenant({
    wrap: (honest) => {
      const faulty = mutantNamed(FAULTY).wrap(honest);
      return async (request) => {
        requests += 1;
        onRequest?.();
        const hasFault = /"name":(?!")/.test(await request.clone().text());
        if (hasFault) asked += 1;
        const isFaulty = faultyEvery !== undefined && (asked - 1) % faultyEvery === 0;
        const answer = await (isFaulty ? faulty(request) : honest(request));
        if (answer.status === 201) created += 1;
        return answer;
      };
    },
  });
});

afterAll(async () => {
  await tenant.close();
  await rm(dir, { recursive: true });
});

const inDir = (name: string): string => join(dir, name);

/** One night against the tenant, as somebody's cron job would have it. */
async function night(
  name: string,
  {
    flags = [],
    variables = {},
  }: { readonly flags?: readonly string[]; readonly variables?: NodeJS.ProcessEnv } = {},
): Promise<Called & { readonly change: Change }> {
  const { url, clientId, clientSecret } = tenant;
  const places = [
    '--history',
    inDir(`${name}.db`),
    '--baselines',
    inDir(name),
    '--report-dir',
    inDir(`${name}-out`),
  ];
  const scope = ['--depth', 'quick', '--only', 'request.name.*', 'answer.action.*'];
  const ended = await callCli(['nightly', '--target', url, '--json', ...places, ...scope, ...flags], {
    AUTH0_CLIENT_ID: clientId,
    AUTH0_CLIENT_SECRET: clientSecret,
    ...variables,
  });
  return { ...ended, change: JSON.parse(ended.stdout || '{}') as Change };
}

const told = ({ deviations }: Change): readonly string[] =>
  deviations.map(({ state, cause }) => `${state} ${cause}`);

describe('nightly', () => {
  it('tells a fault that comes on the second night as new, and as fixed when it is gone on the third', async () => {
    faultyEvery = undefined;
    const first = await night('figure');
    expect([first.code, first.change.verdict, told(first.change)]).toEqual([0, 'no-regression', []]);

    faultyEvery = 1;
    const second = await night('figure');
    expect([second.code, second.change.verdict, told(second.change)]).toEqual([
      1,
      'regression',
      [`new ${CAUSE}`],
    ]);
    expect(second.change.deviations).toMatchObject([{ regression: true, resent: { shown: 4, of: 4 } }]);
    expect(second.change.since).toBe(first.change.at);

    faultyEvery = undefined;
    const third = await night('figure');
    expect([third.code, third.change.verdict, told(third.change)]).toEqual([
      0,
      'no-regression',
      [`fixed ${CAUSE}`],
    ]);
    expect(third.change.deviations).toMatchObject([
      { firstSeen: second.change.at, lastSeen: second.change.at, regression: false },
    ]);

    const html = await readFile(inDir('figure-out/report.html'), 'utf-8');
    expect(html).toContain('Since the last night');
    expect(html.match(/<svg[^>]*class="chart"/g)).toHaveLength(4);
    expect(await readFile(inDir('figure-out/summary.md'), 'utf-8')).toMatch(/^## No regression/);
  });

  it('remembers a night on which nobody was let in, and compares none with it', async () => {
    faultyEvery = undefined;
    const first = await night('locked');
    const locked = await night('locked', { variables: { AUTH0_CLIENT_SECRET: 'another-secret-of-nobody' } });
    expect([locked.code, locked.stdout]).toEqual([3, '']);
    const second = await night('locked');
    expect([second.code, second.change.since]).toEqual([0, first.change.at]);
    const { stdout } = await callCli(['history', '--history', inDir('locked.db')]);
    expect(stdout).toMatch(
      /no-regression.*\n.* not-judged .*None of \d+ MUSTs could be judged: .*401.*\n.*no-regression/,
    );
    const shown = await callCli(['history', 'show', '2', '--history', inDir('locked.db')]);
    expect([shown.code, shown.stdout.split('\n')[2]]).toEqual([0, '1 request']);
    const nameless = await night('locked', { flags: ['--name', '../..'] });
    expect([nameless.code, nameless.stderr]).toEqual([2, expect.stringContaining('a letter or digit')]);
  });

  it('keeps the report where the history cannot be used any more, and sends nothing where it never could be', async () => {
    faultyEvery = undefined;
    await night('damaged');
    const { DatabaseSync } = loadSqlite();
    const damage = (): void => {
      const database = new DatabaseSync(inDir('damaged.db'), { enableForeignKeyConstraints: false });
      database.exec('DROP TABLE deviation');
      database.close();
    };
    await rm(inDir('damaged-out'), { recursive: true });
    onRequest = () => {
      onRequest = undefined;
      damage();
    };
    const late = await night('damaged');
    expect([late.code, late.stdout]).toEqual([2, '']);
    expect(late.stderr).toContain('nothing was sent again: the history');
    expect(late.stderr).toMatch(/^actions-conformance: the history \S+ cannot be used: /m);
    expect(await readdir(inDir('damaged-out'))).toContain('report.json');
    requests = 0;
    const early = await night('damaged');
    expect([early.code, requests, early.stderr]).toEqual([
      2,
      0,
      late.stderr.split('\n').at(-2)?.concat('\n'),
    ]);
  });

  it('neither remembers nor leaves behind a secret that got past the redaction', async () => {
    faultyEvery = undefined;
    const secret = 'a-secret-of-the-client';
    const { code, stderr } = await night('secret', {
      flags: ['--only', `!{request.name.type,${secret}}`],
      variables: { AUTH0_LIMITED_TOKEN: secret },
    });
    expect([code, stderr]).toEqual([3, expect.stringMatching(/a secret stood in \S+report\.json and in /)]);
    const left = await readdir(inDir('secret-out'));
    expect(left).toContain('exchanges.ndjson');
    for (const name of left)
      expect(await readFile(inDir(`secret-out/${name}`), 'utf-8')).not.toContain(secret);
    expect(await readFile(inDir('secret.db'), 'latin1')).not.toContain(secret);
  });

  it('calls flaky what not every re-send shows, and a regression all the same', async () => {
    faultyEvery = 2;
    asked = 0;
    const { code, change } = await night('flaky');
    expect([code, told(change)]).toEqual([1, [`flaky ${CAUSE}`]]);
    expect(change.deviations[0]?.resent).toEqual({ shown: 2, of: 4 });
  });

  it('counts what it sends again, and keeps to the limits of the run', async () => {
    faultyEvery = 1;
    const spent = async (name: string, ...flags: readonly string[]) => {
      [requests, created] = [0, 0];
      const { change } = await night(name, { flags });
      const report = JSON.parse(await readFile(inDir(`${name}-out/report.json`), 'utf-8')) as Report;
      expect(report.requests.total).toBe(requests);
      const { total, ...kinds } = report.requests;
      expect(Object.values(kinds).reduce((sum, count) => sum + count)).toBe(total);
      // What a body without a name made cannot be told from actions of others, and stays.
      const { deleted, leftOver } = report.actions;
      expect(report.actions).toMatchObject({ created, deleted: created - leftOver });
      expect([deleted, leftOver > 0]).toEqual([1, true]);
      return { requests, created, resent: change.deviations[0]?.resent };
    };
    const once = await spent('once', '--resend', '0');
    const whole = await spent('whole');
    expect(once.resent).toBeUndefined();
    expect(whole.resent).toEqual({ shown: 4, of: 4 });
    expect(whole.requests - once.requests).toBeGreaterThan(8);

    const few = await spent('few', '--max-requests', String(once.requests + 6));
    expect(few.requests).toBeLessThanOrEqual(once.requests + 6);
    expect(few.resent?.of).toBeLessThan(4);
    const scarce = await spent('scarce', '--max-creates', String(once.created + 2));
    expect(scarce.created).toBe(once.created + 2);
    expect(scarce.resent).toEqual({ shown: 2, of: 2 });
    const spentUp = await spent('spent-up', '--max-creates', String(once.created));
    expect(spentUp).toEqual({ ...once, resent: undefined });
  });

  it('accepts what the baseline accepts until its time is over, and tells when it no longer happens', async () => {
    faultyEvery = 1;
    await night('accepted', { flags: ['--resend', '0'] });
    const names = ['--target', tenant.url, '--baselines', inDir('accepted')];
    const history = ['--history', inDir('accepted.db')];
    const accept = ['baseline', 'accept', ...names, ...history];
    const unexplained = await callCli([...accept, '--owner', 'platform']);
    expect([unexplained.code, unexplained.stderr]).toEqual([2, expect.stringContaining('--reason')]);
    const accepted = await callCli([
      ...accept,
      '--owner',
      'platform',
      '--reason',
      'case 7',
      '--expires',
      '30d',
    ]);
    expect([accepted.code, accepted.stdout]).toEqual([0, expect.stringContaining(CAUSE)]);
    const still = await night('accepted');
    expect([still.code, told(still.change)]).toEqual([0, [`still-failing ${CAUSE}`]]);
    expect(still.change.deviations[0]).toMatchObject({ acceptance: 'accepted', regression: false });
    faultyEvery = undefined;
    const fixed = await night('accepted');
    expect(fixed.change.baseline.stale).toMatchObject([
      { cause: CAUSE, owner: 'platform', reason: 'case 7' },
    ]);
    const pruned = await callCli(['baseline', 'prune', ...names, ...history]);
    expect(pruned.stdout).toContain(`struck: ${CAUSE}`);
    expect((await callCli(['baseline', 'show', ...names])).stdout).toContain('nothing is accepted');
    expect((await callCli(['history', ...history])).stdout).toMatch(
      /^ +3 .*no-regression.*\n +2 .*\n +1 .*regression/,
    );
    expect((await callCli(['history', 'show', ...history])).stdout).toContain(`fixed MUST ${CAUSE}`);
    const missing = await callCli(['history', 'show', '7', ...history]);
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('there is no night 7. See')]);
    const { stdout } = await callCli(['history', 'export', ...history]);
    const kinds = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind);
    expect(new Set(kinds)).toEqual(
      new Set(['night', 'verdict', 'deviation', 'finding', 'status-value', 'latency']),
    );
  });

  it('tells a regression though its report cannot be written', async () => {
    faultyEvery = 1;
    await mkdir(join(inDir('blocked-out'), 'report.html'), { recursive: true });
    const { code, stdout, stderr } = await night('blocked', { flags: ['--resend', '0'] });
    expect([code, stderr]).toEqual([3, expect.stringContaining('no report can be written')]);
    expect(stdout).toContain(CAUSE);
  });

  it('tells a webhook of a regression, tries again, and keeps its verdict and the address to itself', async () => {
    faultyEvery = 1;
    const taken: string[] = [];
    const answers = [500, 200];
    const server = createServer((request, response) => {
      void (async () => {
        taken.push(await text(request));
        response.writeHead(answers.shift() ?? 400).end();
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/secret-path`;
    try {
      const variables = { CONFORMANCE_WEBHOOK: webhook };
      const first = await night('webhook', { flags: ['--resend', '0'], variables });
      expect(first.code).toBe(1);
      expect(taken).toHaveLength(2);
      expect(JSON.parse(taken[1] ?? '')).toEqual({ text: expect.stringContaining(CAUSE) as string });
      const second = await night('webhook', { flags: ['--resend', '0'], variables });
      expect(second.code).toBe(1);
      expect(second.stderr).toContain('the webhook was not told: it answered 400');
      expect(first.stderr + first.stdout + second.stderr).not.toContain('secret-path');
    } finally {
      server.close();
    }
  });
});
