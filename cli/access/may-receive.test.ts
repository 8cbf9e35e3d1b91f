import { describe, expect, it } from 'vitest';

import type { Origin } from '../settings/origins.ts';
import { mayReceive } from './may-receive.ts';

const ORIGINS: readonly Origin[] = ['flag', 'environment', 'env-file', 'configuration', 'default'];

/** Who names a target, and whether credentials of the user, of a file of variables, and of both may go there. */
const TABLE: readonly (readonly [
  name: string,
  naming: Partial<Parameters<typeof mayReceive>[0]>,
  users: boolean,
  files: boolean,
  both: boolean,
])[] = [
  ['a flag', { target: 'flag' }, true, true, true],
  ['the environment', { target: 'environment' }, true, true, true],
  ['a confirmation', { target: 'configuration', confirmed: true }, true, true, true],
  [
    'a configuration, and a flag that allows it',
    { target: 'configuration', allowed: 'flag' },
    true,
    true,
    true,
  ],
  [
    'a configuration, and a variable that allows it',
    { target: 'configuration', allowed: 'environment' },
    true,
    true,
    true,
  ],
  ['a configuration, and AUTH0_DOMAIN', { target: 'configuration', domain: 'environment' }, true, true, true],
  ['a file of variables', { target: 'env-file' }, false, true, false],
  ['a configuration', { target: 'configuration' }, false, false, false],
  [
    'a configuration that allows it itself',
    { target: 'configuration', allowed: 'configuration' },
    false,
    false,
    false,
  ],
  [
    'a configuration, and AUTH0_DOMAIN of a file of variables',
    { target: 'configuration', domain: 'env-file' },
    false,
    true,
    false,
  ],
  [
    'a configuration, and a file of variables that allows it',
    { target: 'configuration', allowed: 'env-file' },
    false,
    true,
    false,
  ],
  ['nobody', { target: 'default' }, false, false, false],
];

describe('a target that is named by', () => {
  it.each(TABLE)('%s', (_, naming, users, files, both) => {
    const named = { target: 'default' as const, confirmed: false, ...naming };
    for (const own of ['flag', 'environment'] as const) {
      expect(mayReceive(named, [own])).toBe(users);
      expect(mayReceive(named, [own, own])).toBe(users);
      expect(mayReceive(named, ['env-file', own])).toBe(both);
      expect(mayReceive(named, [own, 'env-file'])).toBe(both);
    }
    expect(mayReceive(named, ['env-file', 'env-file'])).toBe(files);
  });

  it('files alone is never sent what is the user’s own', () => {
    const files = ORIGINS.filter((origin) => origin !== 'flag' && origin !== 'environment');
    for (const target of files)
      for (const allowed of [undefined, ...files])
        for (const domain of [undefined, ...files])
          for (const own of ['flag', 'environment'] as const)
            expect(mayReceive({ target, allowed, domain, confirmed: false }, [own])).toBe(false);
  });
});
