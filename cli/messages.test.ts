import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { callCli } from './example-call.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'messages-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

/** The flags that name a configuration with this text. */
function config(text: string): readonly string[] {
  const path = join(dir, 'config.json');
  writeFileSync(path, text);
  return ['--config', path];
}

const LOCAL = ['--target', 'http://127.0.0.1:9'];
const CLIENT = { AUTH0_CLIENT_ID: 'the-client-id', AUTH0_CLIENT_SECRET: 'very-secret-1234' };

type Row = readonly [
  what: string,
  args: () => readonly string[],
  variables: Readonly<Record<string, string>>,
  words: RegExp,
];

const rows: readonly Row[] = [
  [
    'a token of a file of Windows',
    () => ['doctor', ...LOCAL],
    { AUTH0_API_TOKEN: 'secret-1\r' },
    /^AUTH0_API_TOKEN ends with a line end of Windows\. Save /,
  ],
  [
    'a token with a line end',
    () => ['doctor', ...LOCAL, '--token', 'secret-1\n'],
    {},
    /^--token ends with a line end\. Take it away\./,
  ],
  [
    'a token with a blank before it',
    () => ['doctor', ...LOCAL, '--token', ' secret-1'],
    {},
    /^--token begins or ends with a blank\./,
  ],
  [
    'a token with a blank in it',
    () => ['doctor', ...LOCAL, '--token', 'secret -1'],
    {},
    /^--token holds a blank /,
  ],
  [
    'a token of other letters',
    () => ['doctor', ...LOCAL, '--token', 'secret-ü'],
    {},
    /^--token holds a blank or another character/,
  ],
  [
    'a limited token with a line end',
    () => ['run', ...LOCAL, '--limited-token', 'secret-1\r\n'],
    CLIENT,
    /^--limited-token ends with a line end of Windows/,
  ],
  [
    'a client secret with a line end',
    () => ['doctor', ...LOCAL],
    { ...CLIENT, AUTH0_CLIENT_SECRET: 'secret-1\r\n' },
    /^AUTH0_CLIENT_SECRET ends with a line end of Windows/,
  ],
  [
    'a client id with a blank',
    () => ['doctor', ...LOCAL],
    { ...CLIENT, AUTH0_CLIENT_ID: 'id ' },
    /^AUTH0_CLIENT_ID begins or ends with a blank/,
  ],
  [
    'a token of a broker with a line end',
    () => ['pact', 'verify', '--broker'],
    { PACT_BROKER_BASE_URL: 'https://b.example', PACT_BROKER_TOKEN: 'secret-1\n' },
    /^PACT_BROKER_TOKEN ends with a line end/,
  ],
  [
    'the address of the operation',
    () => ['run', '--target', 'https://a.example/api/v2/actions/actions'],
    CLIENT,
    /is the address of an operation.* Give https:\/\/a\.example\.$/,
  ],
  [
    'the address of a token',
    () => ['run', '--target', 'https://a.example/base/oauth/token'],
    CLIENT,
    /is the address of an operation.* Give https:\/\/a\.example\/base\.$/,
  ],
  [
    'an address without its scheme',
    () => ['run', '--target', 'a.eu.auth0.com'],
    CLIENT,
    /is no base URL of a tenant\. Give https:\/\/a\.eu\.auth0\.com\.$/,
  ],
  [
    'formats with a comma',
    () => ['run', '--format', 'json,html'],
    {},
    /Formats stand apart: --format json html\. See actions-conformance run --help\.$/,
  ],
  [
    'a format that is nearly one',
    () => ['audit', 'x', '--format', 'junut'],
    {},
    /Allowed choices are json, .*har\. Did you mean junit\?.* See actions-conformance audit --help\.$/,
  ],
  [
    'a command that is nearly one',
    () => ['nightli'],
    {},
    /unknown command 'nightli' \(Did you mean nightly\?\)/,
  ],
  [
    'a command of a group that is nearly one',
    () => ['baseline', 'acept'],
    {},
    /^baseline has no command "acept"\. Did you mean baseline accept\? See actions-conformance baseline --help\.$/,
  ],
  [
    'a number in the place of a command',
    () => ['history', '2'],
    {},
    /^history has no command "2"\. Did you mean history show 2\?/,
  ],
  [
    'a command of pacts that is nearly one',
    () => ['pact', 'verfy'],
    {},
    /unknown command 'verfy' \(Did you mean verify\?\)\. See actions-conformance pact --help\.$/,
  ],
  [
    'an argument that is missing',
    () => ['report', 'merge'],
    {},
    /missing required argument 'report'\. See actions-conformance report merge --help\.$/,
  ],
  [
    'a word too many',
    () => ['run', 'mock:observed'],
    {},
    /^actions-conformance run takes no more arguments, and got "mock:observed"\./,
  ],
  [
    'a flag before its command',
    () => ['--depth', 'run'],
    {},
    /unknown option '--depth'\. Flags of a command stand after its name\./,
  ],
  [
    'a flag that is nearly one',
    () => ['sweep', '--dryrun'],
    {},
    /unknown option '--dryrun' .*--dry-run.* See actions-conformance sweep --help\.$/,
  ],
  [
    'a setting that is nearly one',
    () => ['run', ...config('{"maxRequest": 1}')],
    {},
    /there is no setting called maxRequest\. Did you mean maxRequests\?/,
  ],
  [
    'a value that a setting does not take',
    () => ['run', ...config('{"depth": "deeep"}')],
    {},
    /depth must be one of quick, standard, deep\./,
  ],
  [
    'a format that a setting does not take',
    () => ['run', ...config('{"format": ["pdf"]}')],
    {},
    /format\.0 must be one of json, html, junit, /,
  ],
  [
    'a glob that is nearly one',
    () => ['list', 'request.nme.*'],
    {},
    /^no requirement matches request\.nme\.\*\. Did you mean request\.name\.\*/,
  ],
  [
    'an id that is nearly one',
    () => ['run', '--only', 'request.name.requird'],
    {},
    /Did you mean request\.name\.required/,
  ],
  [
    'globs with a comma',
    () => ['run', '--only', 'request.*,auth.*'],
    {},
    /Globs stand apart: request\.\* auth\.\*\./,
  ],
  [
    'a requirement that is nearly one',
    () => ['explain', 'request.nam.required'],
    {},
    /^there is no requirement request\.nam\.required\. Did you mean request\.name\.required/,
  ],
  [
    'a faulty tenant that is nearly one',
    () => ['run', '--target', 'mock:always-40'],
    {},
    /^there is no mock tenant called always-40\. Did you mean mock:always-40/,
  ],
  ['a mock that is nearly one', () => ['run', '--target', 'mock:observd'], {}, /Did you mean mock:observed/],
  [
    'a counterexample that is not there',
    () => ['replay', join(dir, 'nowhere.json')],
    {},
    /^there is no file .*nowhere\.json\. Give a file of the corpus, /,
  ],
  [
    'a report that is not there',
    () => ['replay', `${join(dir, 'nowhere.json')}#x`],
    {},
    /^there is no file .*nowhere\.json\. Give a report\.json /,
  ],
  [
    'a report to judge again that is not there',
    () => ['rejudge', join(dir, 'nowhere.json')],
    {},
    /^there is no file .*nowhere\.json\./,
  ],
  [
    'a switch that is neither on nor off',
    () => ['run'],
    { CONFORMANCE_DRY_RUN: 'perhaps' },
    /^CONFORMANCE_DRY_RUN is "perhaps", which says neither yes nor no\. Set it to 1, /,
  ],
  [
    'a variable that is nearly one',
    () => ['list'],
    { CONFORMANCE_MAX_REQUESTSS: '1' },
    /Did you mean CONFORMANCE_MAX_REQUESTS\?$/,
  ],
];

describe('what is wrong is told on one line, with what to do and without a secret', () => {
  it.each(rows)('%s', async (_, args, variables, words) => {
    const { code, stdout, stderr } = await callCli(args(), variables);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^actions-conformance: [^\n]+\n$/);
    expect(stderr.replace('actions-conformance: ', '').trimEnd()).toMatch(words);
    expect(stderr).not.toMatch(/secret-(1|ü)/);
  });
});
