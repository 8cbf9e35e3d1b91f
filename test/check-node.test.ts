import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

import { describe, expect, it } from 'vitest';

import packageJson from '../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..');

/** What the check says on a Node of this version. */
function checkOn(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } }); await import('./.ci/check-node.mjs');`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', pretend], {
    cwd: ROOT,
    encoding: 'utf-8',
    env: { ...process.env, npm_package_engines_node: packageJson.engines.node },
  });
  return { status, stderr };
}

describe('a script of npm', () => {
  it.each(['20.20.2', '18.19.0', '22.18.9'])('on Node %s alone says on one line what to do', (version) => {
    const { status, stderr } = checkOn(version);
    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(`^actions-conformance: .*${version}.* Run: npm rebuild node\n$`));
  });

  it.each(['22.19.0', '24.21.0', '100.0.0'])('on Node %s runs', (version) => {
    expect(checkOn(version)).toEqual({ status: 0, stderr: '' });
  });

  it('has the check before it, whichever it is', () => {
    const scripts: Readonly<Record<string, string>> = packageJson.scripts;
    const names = Object.keys(scripts).filter((name) => !name.startsWith('pre'));
    expect(names.length).toBeGreaterThan(15);
    for (const name of names)
      expect([name, scripts[`pre${name}`]]).toEqual([name, 'node .ci/check-node.mjs']);
  });
});
