import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { encodings } from '../contracts/example-encodings.ts';
import { SecretSearch } from '../contracts/secret-search.ts';
import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import type { Report } from '../verdicts/report.ts';
import { runCli, type Ended } from './example-process.ts';

const CLIENT_SECRET = 'canary/of+the client~"quoted"-0123456789';
const GIVEN_TOKEN = 'canary-of-a-given-token.0123456789.abcdefghij';
const ACTION_SECRET = 'canary of an action, 0123456789';
const WEBHOOK_PATH = '/services/canary-of-the-webhook-0123456789';

/** Every secret that was planted, or that the tenant saw. */
const canaries = new Set([CLIENT_SECRET, GIVEN_TOKEN, WEBHOOK_PATH, ACTION_SECRET]);
/** What the commands write is below the one, and what they are given below the other. */
let dir: string;
let given: string;
let tenant: Awaited<ReturnType<typeof startMockTenant>>;
let limitedToken: string;
/** What the tenant refuses with 401 whatever it is told. */
let isLocked: 'token' | 'api' | undefined;

/** Characters of a header that every client takes. */
const ROOM_IN_HEADER = 8000;

/** A secret in every encoding, and without its last character. */
const everyForm = (secret: string): readonly string[] => [
  ...Object.values(encodings).map((encode) => encode(secret)),
  secret.slice(0, -1),
];

/** A tenant that repeats every secret that it is told, in every form and wherever an answer has room for it. */
const parrot =
  (honest: TenantFetch): TenantFetch =>
  async (request) => {
    const secrets = secretsIn(request.headers.get('authorization'), await request.clone().text());
    for (const secret of secrets) canaries.add(secret);
    const asked = request.url.endsWith('/oauth/token') ? 'token' : 'api';
    const answer = asked === isLocked ? new Response(undefined, { status: 401 }) : await honest(request);
    const body = await answer.text();
    const granted = /"access_token":"([^"]+)"/.exec(body)?.[1];
    if (granted !== undefined) canaries.add(granted);
    const said = [...secrets, ...(granted === undefined ? [] : [granted])].flatMap(everyForm);
    const headers = new Headers(answer.headers);
    // What a header cannot hold, or has no room for, is in the body.
    const short = said.filter((form) => /^[\x21-\x7e]+$/.test(form)).toSorted((a, b) => a.length - b.length);
    headers.set('x-echo', short.join(' ').slice(0, ROOM_IN_HEADER));
    headers.set('content-type', 'application/json');
    if (answer.status === 204) return new Response(undefined, { status: 204, headers });
    const value = {
      ...(body === '' ? {} : (JSON.parse(body) as object)),
      undocumented: said,
      said: said.join(' '),
    };
    const repeated =
      answer.status < 400 ? value : { ...value, message: said.join(' '), error_description: said.join(' ') };
    return new Response(JSON.stringify(repeated), { status: answer.status, headers });
  };

function secretsIn(authorization: string | null, body: string): readonly string[] {
  const token = authorization?.split(' ')[1] ?? '';
  const own = body.match(/conformance-secret-\d-\w+/g) ?? [];
  const client = body.includes('client_credentials') ? [CLIENT_SECRET] : [];
  // Tokens that the suite makes up are no secrets.
  return [...(canaries.has(token) ? [token] : []), ...own, ...client];
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'conformance-canaries-'));
  given = await mkdtemp(join(tmpdir(), 'conformance-given-'));
  tenant = await startMockTenant({ clientSecret: CLIENT_SECRET, wrap: parrot });
  limitedToken = await tenant.token(['read:actions']);
  canaries.add(limitedToken);
});
afterAll(async () => {
  await tenant.close();
  for (const each of [dir, given]) await rm(each, { recursive: true });
});

const inDir = (name: string): string => join(dir, name);

/** Runs a command as somebody who has every secret in the environment. */
const say = (...args: readonly string[]): Promise<Ended> =>
  runCli(args, {
    AUTH0_CLIENT_ID: tenant.clientId,
    AUTH0_CLIENT_SECRET: CLIENT_SECRET,
    AUTH0_LIMITED_TOKEN: limitedToken,
    // The tenant refuses it, so that nobody is told twice.
    CONFORMANCE_WEBHOOK: `${tenant.url}${WEBHOOK_PATH}`,
  });

const quick = (): readonly string[] => ['--target', tenant.url, '--depth', 'quick'];
const memory = (): readonly string[] => [
  '--resend',
  '1',
  '--history',
  inDir('h.db'),
  '--baselines',
  inDir('b'),
];
const reportIn = (name: string): string => join(inDir(name), 'report.json');

/** The id of the first requirement that a run found broken. */
async function brokenIn(name: string): Promise<string> {
  const { requirements } = JSON.parse(await readFile(reportIn(name), 'utf-8')) as Report;
  return requirements.find(({ verdict }) => verdict === 'failed')?.id ?? 'none';
}

const ALL = ['json', 'html', 'junit', 'markdown', 'ctrf', 'sarif', 'badge', 'har'];
const places = (name: string): readonly string[] => [
  '--state-dir',
  inDir('state'),
  '--report-dir',
  inDir(name),
];
const target = (): readonly string[] => ['--target', tenant.url, '--state-dir', inDir('state')];

/** Everything that was written below a folder, by its path. */
async function writtenIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(
    names.map(async (name) =>
      (await stat(join(folder, name))).isFile()
        ? ([[name, (await readFile(join(folder, name))).toString('latin1')]] as const)
        : [],
    ),
  );
  return new Map(files.flat());
}

/** Where a canary stands, in whatever form. */
const leaksIn = (texts: ReadonlyMap<string, string>): readonly string[] => {
  const search = new SecretSearch(canaries, { cut: true });
  // Not only what the suite itself looks for, but what was said, to the letter.
  const forms = [...canaries].flatMap(everyForm);
  return [...texts]
    .filter(([, text]) => search.finds(text) || forms.some((form) => text.includes(form)))
    .map(([name]) => name);
};

const printed = ({ stdout, stderr }: Ended): ReadonlyMap<string, string> =>
  new Map([
    ['stdout', stdout],
    ['stderr', stderr],
  ]);

/** A recording in which a client's token and an action's secret stand, and come back in the answer. */
async function recorded(): Promise<string> {
  const har = await readFile(join(import.meta.dirname, '../fixtures/recordings/browser.har'), 'utf-8');
  const path = join(given, 'recorded.har');
  await writeFile(
    path,
    har
      .replaceAll('recorded-token', GIVEN_TOKEN)
      .replaceAll('planted-secret-value', ACTION_SECRET)
      .replaceAll('"statusText": ""', `"statusText": "${GIVEN_TOKEN}"`)
      .replaceAll(
        'application/json; charset=utf-8',
        `application/json; echo=${GIVEN_TOKEN}+${ACTION_SECRET}`,
      ),
  );
  return path;
}

type Say = readonly [what: string, code: number, args: () => readonly string[] | Promise<readonly string[]>];

const OPEN: readonly Say[] = [
  ['run', 1, () => ['run', ...quick(), ...places('run'), '--format', ...ALL]],
  ['run --json --debug', 1, () => ['run', ...quick(), '--json', '--debug', ...places('json')]],
  ['nightly', 1, () => ['nightly', ...quick(), ...places('night'), ...memory(), '--debug']],
  ['history export', 0, () => ['history', 'export', '--history', inDir('h.db')]],
  [
    'baseline accept',
    0,
    () => [
      'baseline',
      'accept',
      '--target',
      tenant.url,
      '--reason',
      'r',
      '--owner',
      'o',
      ...memory().slice(2),
    ],
  ],
  ['pact verify', 0, () => ['pact', 'verify', '--target', tenant.url, ...places('pact')]],
  ['replay', 1, async () => ['replay', `${reportIn('run')}#${await brokenIn('run')}`, ...target()]],
  ['rejudge', 1, () => ['rejudge', reportIn('run'), '--json', '--report-dir', inDir('again')]],
  ['report merge', 1, () => ['report', 'merge', reportIn('run'), '--report-dir', inDir('merged')]],
  ['doctor', 0, () => ['doctor', ...target()]],
  ['sweep', 0, () => ['sweep', ...target(), '--prefix', 'Conformance-', '--older-than', '1s']],
  ['audit', 1, async () => ['audit', await recorded(), '--report-dir', inDir('audit'), '--format', ...ALL]],
];

const LOCKED: readonly Say[] = [
  ['run', 3, () => ['run', ...quick(), ...places('locked'), '--debug']],
  ['nightly', 3, () => ['nightly', ...quick(), ...places('locked'), ...memory()]],
  ['pact verify', 3, () => ['pact', 'verify', '--target', tenant.url, ...places('locked'), '--debug']],
  [
    'replay',
    3,
    async () => ['replay', `${reportIn('run')}#${await brokenIn('run')}`, ...target(), '--debug'],
  ],
  ['doctor', 3, () => ['doctor', ...target(), '--debug']],
  ['sweep', 3, () => ['sweep', ...target(), '--prefix', 'Conformance-', '--debug']],
];

const withToken = ([what, code, argsFor]: Say): Say => [
  `${what} --token`,
  code,
  async () => [...(await argsFor()), '--token', GIVEN_TOKEN],
];

describe.each<[words: string, locked: typeof isLocked, commands: readonly Say[]]>([
  ['repeats all that it is told', undefined, OPEN],
  // All of them ask for a token in one way.
  ['grants no token, and repeats all that it is told', 'token', LOCKED.slice(0, 1)],
  // Every second one has been given one.
  [
    'lets no token in, and repeats all that it is told',
    'api',
    LOCKED.map((each, index) => (index % 2 === 0 ? each : withToken(each))),
  ],
])('a tenant that %s', (_, locked, commands) => {
  it.each(commands)('has no secret told by %s', async (_what, code, argsFor) => {
    isLocked = locked;
    const ended = await say(...(await argsFor()));
    expect(leaksIn(printed(ended))).toEqual([]);
    expect(leaksIn(await writtenIn(dir))).toEqual([]);
    expect([ended.code, ended.stderr]).toEqual([code, expect.not.stringContaining('a mistake in the suite')]);
  });
});
