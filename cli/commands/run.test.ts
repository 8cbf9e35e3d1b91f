import process from 'node:process';

import { describe, expect, it, vi } from 'vitest';

import { program } from '../program.ts';

/** What `run --dry-run` prints with these flags beside it. */
async function plan(...flags: readonly string[]): Promise<string> {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true).mockClear();
  await program().parseAsync(['run', '--dry-run', '--depth', 'quick', ...flags], { from: 'user' });
  return written.mock.calls.map(([chunk]) => String(chunk)).join('');
}

describe('run --dry-run', () => {
  it('tells the part that --shard picks, and what --max-requests cuts off', async () => {
    expect(await plan('--shard', '1/4', '--max-requests', '10')).toMatch(
      /part 1 of 4: .*no more than 10 requests/s,
    );
  });

  it('refuses a mock that a run would not find either', async () => {
    await expect(plan('--target', 'mock:nope')).rejects.toThrow('there is no mock tenant called nope');
    expect(await plan('--target', 'mock:always-400')).toMatch(/^quick: /);
  });

  it('is no report, which --json prints', async () => {
    await expect(plan('--json')).rejects.toThrow('--dry-run makes none');
  });
});
