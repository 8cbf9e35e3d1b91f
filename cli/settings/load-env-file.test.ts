import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { program } from '../program.ts';
import { loadEnvFile } from './load-env-file.ts';
import { knownVariables } from './variable-names.ts';

const known = knownVariables(program());
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'conformance-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
  vi.restoreAllMocks();
});

/** What an environment holds after a file with these bytes was read, and what was told. */
function load(content: string | Buffer, variables: NodeJS.ProcessEnv = {}) {
  const path = join(dir, '.env');
  writeFileSync(path, content);
  const told: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => told.push(String(line)) > 0);
  const taken = loadEnvFile(path, known, variables);
  return { taken: [...taken], variables, told };
}

describe('a file of variables', () => {
  it('sets what the environment does not, and says what it has set', () => {
    const { taken, variables } = load('AUTH0_DOMAIN=a\nAUTH0_CLIENT_ID="b"\n', { AUTH0_DOMAIN: 'mine' });
    expect([taken, variables]).toEqual([['AUTH0_CLIENT_ID'], { AUTH0_DOMAIN: 'mine', AUTH0_CLIENT_ID: 'b' }]);
  });

  it('may begin with a byte order mark', () => {
    expect(load('\uFEFFAUTH0_DOMAIN=a\r\nAUTH0_CLIENT_ID=b\r\n').variables).toEqual({
      AUTH0_DOMAIN: 'a',
      AUTH0_CLIENT_ID: 'b',
    });
    expect(load(Buffer.from('\uFEFFAUTH0_DOMAIN=a\r\n', 'utf16le')).variables).toEqual({
      AUTH0_DOMAIN: 'a',
    });
  });

  it.each([
    ['in another encoding', Buffer.from('AUTH0_DOMAIN=\xe9', 'latin1'), 'save it as UTF-8'],
    ['that is too large', 'A'.repeat(1024 * 1024 + 1), 'larger than'],
    ['with a setting that there is not', 'CONFORMANCE_DETPH=quick', 'CONFORMANCE_DETPH in'],
  ])('%s is told', (_, content, words) => {
    expect(() => load(content)).toThrow(words);
  });

  it('that is a folder, or a device without an end, is told', () => {
    expect(() => loadEnvFile(dir, known, {})).toThrow('cannot be read');
    expect(() => loadEnvFile('/dev/zero', known, {})).toThrow('larger than');
  });

  it.each([
    'NODE_TLS_REJECT_UNAUTHORIZED=0',
    'NODE_EXTRA_CA_CERTS=ca.pem',
    'NODE_OPTIONS=--require ./evil.cjs',
    'HTTPS_PROXY=http://evil.example',
    'https_proxy=http://evil.example',
    'ALL_PROXY=http://evil.example',
    'SSL_CERT_FILE=ca.pem',
  ])('does not set %s, and says so', (line) => {
    const { variables, told } = load(line);
    expect(variables).toEqual({});
    expect(told.join('')).toMatch(
      /is not taken from a file\. If you mean it, set it in the environment\.\n$/,
    );
  });

  it.each([
    'PATH=/evil',
    'LD_PRELOAD=evil.so',
    'DATABASE_URL=x',
    'XDG_STATE_HOME=.',
    'HOME=.',
    'JOB_COMPLETIONS=9',
  ])('does not set %s, which is not its affair', (line) => {
    expect(load(line)).toMatchObject({ taken: [], variables: {}, told: [] });
  });

  it.each([
    'ID',
    'PREFIX',
    'OLDER_THAN',
    'PACTICIPANT',
    'APP_VERSION',
    'TO',
    'PUBLISH',
    'BROKER',
    'DOTENV',
    'CONFIG',
  ])('cannot say what one call is to do: CONFORMANCE_%s', (name) => {
    expect(() => load(`CONFORMANCE_${name}=1`)).toThrow(`CONFORMANCE_${name} in`);
    expect(known.all).toContain(`CONFORMANCE_${name}`);
  });
});
