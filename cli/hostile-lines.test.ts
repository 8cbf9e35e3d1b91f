import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, it, vi } from 'vitest';

import { exampleReport } from '../reports/example-report.ts';
import { writeBaseline } from './baseline-file.ts';
import { callCli } from './example-call.ts';
import { reportError } from './report-error.ts';

const dir = mkdtempSync(join(tmpdir(), 'hostile-lines-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** What a target may have put into a name: it clears the screen, and the rest of the line with it. */
const HOSTILE = '\u001B[2J\u009B1K';
const SHOWN = '␛[2J\u{fffd}1K';

it('what was accepted of a target moves no cursor when it is shown', async () => {
  const cause = `drift.unknown-property:/${HOSTILE}:unknown`;
  const who = { reason: 'case 7', owner: 'platform', accepted: '2026-01-01', expires: '2026-01-02' };
  const deviation = { requirement: 'drift.unknown-property', cause, message: 'a message', ...who };
  writeBaseline(dir, { schemaVersion: '1.0', target: 'staging', deviations: [deviation] });
  const { stdout } = await callCli(['baseline', 'show', '--name', 'staging', '--baselines', dir]);
  expect(stdout).toBe(
    `drift.unknown-property:/${SHOWN}:unknown\n  case 7 (platform, expired on 2026-01-02)\n`,
  );
});

it('neither do the names of merged targets', async () => {
  const paths = ['a', HOSTILE].map((name, index) => {
    const path = join(dir, `${index}.json`);
    const report = exampleReport();
    writeFileSync(
      path,
      JSON.stringify({ ...report, target: { ...report.target, kind: `embedded mock (${name})` } }),
    );
    return path;
  });
  const { stdout, stderr } = await callCli(['report', 'merge', ...paths, '--report-dir', join(dir, 'out')]);
  expect([stdout, stderr]).toEqual([expect.stringContaining(SHOWN), '']);
  expect(stdout).not.toContain(HOSTILE);
});

it('nor where an error came from', () => {
  const written: string[] = [];
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  reportError(new Error(`no such name: ${HOSTILE}`), true);
  spy.mockRestore();
  const text = written.join('');
  expect(text.split(SHOWN)).toHaveLength(3);
  expect(text).not.toContain(HOSTILE);
  expect(text).toMatch(/\n {4}at /);
});
