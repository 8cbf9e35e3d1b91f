import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ConfirmedTenants } from './confirmed-tenants.ts';
import { stateHome } from './state-home.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'state-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const file = (): string => join(home, 'actions-conformance/confirmed-tenants.json');

describe('a confirmed tenant', () => {
  it('is remembered for the working directory, outside of it', () => {
    const confirmed = new ConfirmedTenants({ XDG_STATE_HOME: home });
    expect(confirmed.has('a.eu.auth0.com')).toBe(false);
    confirmed.add('a.eu.auth0.com');
    confirmed.add('b.eu.auth0.com');
    const again = new ConfirmedTenants({ XDG_STATE_HOME: home });
    expect(['a', 'b', 'c'].map((name) => again.has(`${name}.eu.auth0.com`))).toEqual([true, true, false]);
  });

  it('is not one in another directory', () => {
    new ConfirmedTenants({ XDG_STATE_HOME: home }).add('a.eu.auth0.com');
    const elsewhere = readFileSync(file(), 'utf-8').replaceAll(process.cwd(), '/somewhere/else');
    writeFileSync(file(), elsewhere);
    expect(new ConfirmedTenants({ XDG_STATE_HOME: home }).has('a.eu.auth0.com')).toBe(false);
  });

  it.each(['', '{', 'null', '{}', '[1, null, {"host": "a.eu.auth0.com"}]'])(
    'is none where the file holds %j',
    (text) => {
      mkdirSync(join(home, 'actions-conformance'));
      writeFileSync(file(), text);
      expect(new ConfirmedTenants({ XDG_STATE_HOME: home }).has('a.eu.auth0.com')).toBe(false);
    },
  );

  it('is neither believed nor kept within the working directory', () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const inside = join(process.cwd(), 'node_modules/.state-of-a-test');
    const confirmed = new ConfirmedTenants({ XDG_STATE_HOME: inside });
    confirmed.add('a.eu.auth0.com');
    expect(confirmed.has('a.eu.auth0.com')).toBe(false);
    expect(told.mock.calls.flat().join('')).toMatch(
      /cannot be remembered .*does not lie outside of the working directory.*\n$/,
    );
  });

  it('that cannot be remembered is told, and ends nothing', () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    new ConfirmedTenants({ XDG_STATE_HOME: join(import.meta.filename, 'none') }).add('a.eu.auth0.com');
    expect(told.mock.calls.flat().join('')).toMatch(
      /^that a\.eu\.auth0\.com .* Give --allow-tenant each time/,
    );
  });
});

describe('the folder for state', () => {
  it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string]>([
    ['linux', {}, join(homedir(), '.local/state')],
    ['linux', { XDG_STATE_HOME: '/var/state' }, '/var/state'],
    ['linux', { XDG_STATE_HOME: 'relative' }, join(homedir(), '.local/state')],
    ['darwin', {}, join(homedir(), 'Library/Application Support')],
    ['win32', { LOCALAPPDATA: '/local' }, '/local'],
    ['win32', {}, join(homedir(), 'AppData/Local')],
  ])('of %s with %j is %s', (platform, variables, folder) => {
    expect(stateHome(variables, platform)).toBe(join(folder, 'actions-conformance'));
  });
});
