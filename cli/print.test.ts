import process from 'node:process';

import { expect, it, vi } from 'vitest';

import { Redactor } from '../driver/redaction.ts';
import { print } from './print.ts';

it('prints what holds no secret, and nothing of what holds one', () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const redactor = new Redactor();
  redactor.learn('a-secret-of-a-run');
  print('all is well\n', redactor);
  expect(() => print(`token ${encodeURIComponent('a-secret-of-a-run')}\n`, redactor)).toThrow(
    /a secret stood/,
  );
  expect(write.mock.calls).toEqual([['all is well\n']]);
});
