import { expect, test } from 'vitest';

import { baseCase, validCase } from '../properties/valid/valid-case.ts';
import { findCase } from './find-case.ts';

test.each([
  ['the smallest body', baseCase()],
  ['one that a run sends to find out which of several choices it was', validCase(['text:backticks'])],
])('a case is found by its id: %s', async (_, wanted) => {
  expect(await findCase(wanted.id, () => 'nowhere')).toEqual({ case: wanted });
});

test('an id that no case has is told', async () => {
  await expect(findCase('0123456789ab', () => 'nowhere')).rejects.toThrow('there is no case 0123456789ab');
});
