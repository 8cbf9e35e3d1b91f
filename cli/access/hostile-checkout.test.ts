import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { validCase } from '../../properties/valid/valid-case.ts';
import { runCli, type Ended } from '../example-process.ts';
import { startSink, type Sink } from './example-sink.ts';

const SECRET = 'users-own-secret-83141';
const FILES_SECRET = 'secret-of-the-file-27182';
const USERS = { AUTH0_CLIENT_ID: 'users-own-id', AUTH0_CLIENT_SECRET: SECRET };
const FILES = `AUTH0_CLIENT_ID=id-of-the-file\nAUTH0_CLIENT_SECRET=${FILES_SECRET}\n`;

let sink: Sink;
let root: string;
beforeAll(async () => {
  sink = await startSink();
});
afterAll(() => sink.close());
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'checkout-'));
  for (const each of ['checkout', 'outside', 'state']) mkdirSync(join(root, each));
});
afterEach(() => {
  rmSync(root, { recursive: true });
  sink.take();
});

/** Puts files into the checkout. */
function commit(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, 'checkout', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** A configuration that names the server, and allows it as well. */
const config = (more: object = {}): Readonly<Record<string, string>> => ({
  'conformance.config.json': JSON.stringify({ target: sink.url, allowTenant: [sink.host], ...more }),
});

/** Runs a command in the checkout, with its user's state beside it. */
const call = (args: readonly string[], variables: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  runCli(args, { XDG_STATE_HOME: join(root, 'state'), ...variables }, join(root, 'checkout'));

describe('what a checkout says of credentials', () => {
  const commands = [['run'], ['nightly'], ['doctor'], ['sweep'], ['replay'], ['pact', 'verify']];

  it.each(commands)('sends none of the user’s own: %s %s', async (...words) => {
    commit({
      ...config(),
      '.conformance/allowed-tenants.json': JSON.stringify([sink.host]),
      '.local/state/actions-conformance/confirmed-tenants.json': JSON.stringify([
        { host: sink.host, directory: join(root, 'checkout') },
      ]),
      '.env': `AUTH0_DOMAIN=${sink.host}\nCONFORMANCE_ALLOW_TENANT=${sink.host}\nXDG_STATE_HOME=.local/state\n`,
    });
    const args = words[0] === 'replay' ? ['replay', validCase([]).id] : words;
    for (const variables of [USERS, { AUTH0_API_TOKEN: SECRET }]) {
      const { code, stdout, stderr } = await call(args, variables);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`names the target ${sink.url}`);
      expect(stderr).not.toContain(SECRET);
      expect(sink.take()).toBe('');
    }
    const flag = words[0] === 'doctor' || words[0] === 'sweep' ? [] : ['--limited-token', SECRET];
    await call([...args, '--token', SECRET, ...flag]);
    expect(sink.take()).toBe('');
  });

  it('does not send a limited token along with its own', async () => {
    commit({ '.env': `${FILES}CONFORMANCE_TARGET=${sink.url}\n` });
    expect(await call(['run'], { AUTH0_LIMITED_TOKEN: SECRET })).toMatchObject({ code: 2 });
    expect(sink.take()).toBe('');
  });

  it('does not send a secret of the file where only a configuration says so', async () => {
    commit({ ...config(), '.env': FILES });
    expect(await call(['doctor'])).toMatchObject({ code: 2 });
    expect(sink.take()).toBe('');
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[], NodeJS.ProcessEnv, string]>([
    ['a flag', {}, ['--target', 'URL'], USERS, SECRET],
    ['the environment', {}, [], { ...USERS, CONFORMANCE_TARGET: 'URL' }, SECRET],
    ['AUTH0_DOMAIN', { config: '' }, [], { ...USERS, AUTH0_DOMAIN: 'HOST' }, SECRET],
    ['the file that holds them', { '.env': `${FILES}CONFORMANCE_TARGET=URL\n` }, [], {}, FILES_SECRET],
    ['AUTH0_DOMAIN beside them', { config: '', '.env': `${FILES}AUTH0_DOMAIN=HOST\n` }, [], {}, FILES_SECRET],
  ])(
    'leaves them to go where %s says',
    async (_, { config: configured, ...files }, args, variables, secret) => {
      const filled = (text: string): string => text.replace('URL', sink.url).replace('HOST', sink.host);
      if (configured !== undefined) commit(config());
      for (const [name, text] of Object.entries(files)) commit({ [name]: filled(text) });
      const given = Object.entries(variables).map(([name, text]) => [name, filled(text ?? '')]);
      await call(['doctor', ...args.map(filled)], Object.fromEntries(given) as NodeJS.ProcessEnv);
      expect(sink.take()).toContain(secret);
    },
  );

  it('is confirmed once, by its user, for this checkout alone', async () => {
    commit(config({ depth: 'quick', maxRequests: 10 }));
    expect(await call(['run'], USERS)).toMatchObject({ code: 2 });
    await call(['run', '--allow-tenant', sink.host], USERS);
    expect(sink.take()).toContain(SECRET);
    await call(['doctor'], USERS);
    expect(sink.take()).toContain(SECRET);
    const elsewhere = join(root, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'conformance.config.json'), JSON.stringify({ target: sink.url }));
    const state = { XDG_STATE_HOME: join(root, 'state') };
    expect(await runCli(['doctor'], { ...USERS, ...state }, elsewhere)).toMatchObject({ code: 2 });
    expect(sink.take()).toBe('');
  });

  it('has no file whose name is taken for a flag', async () => {
    const pact = JSON.stringify({
      consumer: { name: 'a' },
      provider: { name: 'b' },
      interactions: [],
      metadata: { pactSpecification: { version: '2.0.0' } },
    });
    commit({ 'pact.json': pact, [`-bhttp:${sink.host}?.json`]: pact });
    const broker = { PACT_BROKER_BASE_URL: 'http://127.0.0.1:9', PACT_BROKER_TOKEN: SECRET };
    const { code } = await call(['pact', 'publish', '.', '--consumer-version', '1'], broker);
    expect([code, sink.take()]).toEqual([3, '']);
  });

  it('sends no token of a broker, and asks no broker on its word', async () => {
    commit({ '.env': `PACT_BROKER_BASE_URL=${sink.url}\n`, 'pact.json': '{}' });
    for (const args of [
      ['pact', 'can-i-deploy', '--pacticipant', 'me', '--app-version', '1', '--to', 'prod'],
      ['pact', 'publish', 'pact.json', '--consumer-version', '1'],
      ['pact', 'verify', '--broker'],
      ['pact', 'check', `${sink.url}/pact`],
    ]) {
      const ended = await call(args, { PACT_BROKER_TOKEN: SECRET });
      expect([args, ended.code, ended.stdout]).toEqual([args, 2, '']);
      expect(ended.stderr).toMatch(/names the Pact Broker, and PACT_BROKER_TOKEN/);
    }
    expect(sink.take()).toBe('');
  });
});

describe('what a checkout says of files', () => {
  const outside = (): string => join(root, 'outside');

  it.each(['reportDir', 'stateDir', 'history', 'baselines'])('leads %s nowhere outside', async (key) => {
    symlinkSync(outside(), join(root, 'checkout/link'));
    for (const path of ['../outside', outside(), 'link', 'link/deeper', '.']) {
      commit({ 'conformance.config.json': JSON.stringify({ [key]: path === '.' ? '..' : path }) });
      const { code, stderr } = await call(['nightly', '--depth', 'quick']);
      expect([code, stderr]).toEqual([2, expect.stringContaining('leads out of the working directory')]);
      expect(stderr).toContain(`${key} in the configuration`);
    }
    expect(existsSync(join(outside(), 'report.json'))).toBe(false);
  });

  it.each([
    ['reports/out', '--report-dir'],
    ['reports/out/exchanges.ndjson', '--report-dir'],
    ['.conformance', '--state-dir'],
    ['.conformance/ledgers', '--state-dir'],
    ['.conformance/history.db', '--state-dir'],
    ['reports/baselines', '--baselines'],
  ])('follows no link that lies at %s', async (path, flag) => {
    const link = join(root, 'checkout', path);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(outside(), 'victim'), link);
    writeFileSync(join(outside(), 'victim'), 'untouched');
    const { code, stderr } = await call(['nightly', '--depth', 'quick', '--only', 'request.name.required']);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`Give ${flag} yourself if it may.`)]);
    expect(readFileSync(join(outside(), 'victim'), 'utf-8')).toBe('untouched');
  });

  it('writes outside where its user says so', async () => {
    commit({ 'conformance.config.json': '{"depth": "quick", "only": ["request.name.required"]}' });
    const { code } = await call(['run', '--report-dir', outside(), '--state-dir', outside()]);
    expect(code).toBe(0);
    expect(existsSync(join(outside(), 'report.json'))).toBe(true);
  });

  it('is none where .env is a folder, as that of an environment of Python is', async () => {
    mkdirSync(join(root, 'checkout/.env'));
    expect(await call(['run', '--dry-run'])).toMatchObject({ code: 0, stderr: '' });
  });

  it.each(['.env', 'conformance.config.json'])('is never waited for where %s has no end', async (name) => {
    symlinkSync('/dev/zero', join(root, 'checkout', name));
    const { code, stderr } = await call(['run', '--dry-run']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('it is no file')]);
  });
});
