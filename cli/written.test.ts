import { expect, it } from 'vitest';

import { UsageError } from '../driver/errors.ts';
import { Written } from './written.ts';

const full = (name: string): Promise<string> =>
  Promise.reject(new UsageError('UNWRITABLE', `${name} cannot be written`, 'Give another folder.'));

it('what cannot be written costs nothing else, and is told in the end', async () => {
  const written = new Written();
  await written.add(full('a'));
  await written.add(Promise.resolve(['b', 'c']));
  await written.add(full('d'));
  await written.add(full('a'));
  expect(written.files).toEqual(['b', 'c']);
  expect(() => {
    written.assertAll();
  }).toThrow('a cannot be written; d cannot be written');
});

it('where all was written, nothing is told', async () => {
  const written = new Written();
  await written.add(Promise.resolve('a'));
  expect(() => {
    written.assertAll();
  }).not.toThrow();
});

it('a mistake is not taken for a full disk', async () => {
  await expect(new Written().add(Promise.reject(new Error('a mistake')))).rejects.toThrow('a mistake');
});
