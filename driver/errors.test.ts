import { expect, test } from 'vitest';

import { SuiteError, TargetError, UsageError } from './errors.ts';

test.each([
  [SuiteError, 'SuiteError'],
  [UsageError, 'UsageError'],
  [TargetError, 'TargetError'],
])('an error has its name, its code, what to do and where it came from', (Kind, name) => {
  const cause = new Error('inside');
  const error = new Kind('CODE', 'what happened', 'what to do', { cause });
  expect(error).toMatchObject({ name, code: 'CODE', message: 'what happened', hint: 'what to do', cause });
  expect(String(error)).toBe(`${name}: what happened`);
  expect(error).toBeInstanceOf(SuiteError);
});

test('a message that says it all needs no hint', () => {
  expect(new UsageError('CODE', 'all').hint).toBe('');
});

test('wrong usage and a target that cannot be judged are told apart', () => {
  expect(new UsageError('A', 'a')).not.toBeInstanceOf(TargetError);
  expect(new TargetError('A', 'a')).not.toBeInstanceOf(UsageError);
});
