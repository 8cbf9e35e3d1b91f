import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { exampleNight, rememberNights } from '../../history/example-history.ts';
import { acceptDeviations, pruneBaseline } from './baseline.ts';

let dir: string;
let history: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'conformance-'));
  history = join(dir, 'history.db');
  rememberNights(history, [
    exampleNight('2026-01-01T00:00:00.000Z', 'staging'),
    exampleNight('2026-01-01T00:00:00.000Z', 'a.eu.auth0.com'),
  ]);
});
afterAll(() => {
  rmSync(dir, { recursive: true });
});

const flags = () => ({ target: 'mock:documented', baselines: join(dir, 'baselines'), history });
const accept = (
  changes: { readonly name?: string; readonly target?: string },
  names: readonly string[] = [],
) => acceptDeviations(names, { ...flags(), reason: 'r', owner: 'o', ...changes });

const UNKNOWN = /knows no target called mock:nope.*a\.eu\.auth0\.com, staging/;
const hinted = (error: unknown): string =>
  error instanceof Error && 'hint' in error ? `${error.message} ${String(error.hint)}` : String(error);

describe('baseline', () => {
  it('accepts nothing of a target that the history does not know, and names those that it knows', async () => {
    expect(hinted(await accept({ target: 'mock:nope' }).catch((error: unknown) => error))).toMatch(UNKNOWN);
  });

  it('strikes nothing of one either', () => {
    expect(() => {
      pruneBaseline({ ...flags(), name: 'stagign' });
    }).toThrow('knows no target called stagign');
  });

  it('is in order where a target that is known has nothing stale', () => {
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true).mockClear();
    pruneBaseline({ ...flags(), name: 'staging' });
    expect(written.mock.calls.join('')).toMatch(/^nothing is stale/);
  });

  it('knows no deviation by an empty name', async () => {
    await expect(accept({ name: 'staging' }, [''])).rejects.toThrow('no deviation called ""');
  });
});
