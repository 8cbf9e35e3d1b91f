import process from 'node:process';

import { expect, it, vi } from 'vitest';

import { mutants } from '../../fixtures/mutants/shelf.ts';
import { listCommand, type ListFlags } from './list.ts';

/** What `list --mutants` prints. */
async function listed(globs: readonly string[], flags: ListFlags = {}): Promise<string> {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true).mockClear();
  await listCommand(globs, { ...flags, mutants: true });
  return written.mock.calls.map(([chunk]) => String(chunk)).join('');
}

it('list --mutants names every faulty tenant', async () => {
  expect((await listed([])).trimEnd().split('\n')).toHaveLength(mutants.length);
});

it('list --mutants names those that break the requirements that are chosen', async () => {
  const text = await listed(['request.name.type']);
  expect(text).toContain('mock:accepts-null-name ');
  expect(text).not.toContain('mock:trims-names');
  expect(await listed(['request.name.*'], { level: 'MAY' })).not.toContain('mock:');
});

it('list --mutants --json tells what each breaks', async () => {
  const facts = JSON.parse(await listed(['request.name.type'], { json: true })) as unknown;
  expect(facts).toContainEqual({
    target: 'mock:accepts-null-name',
    says: expect.any(String) as string,
    breaks: ['request.name.type'],
  });
});
