import { expect, it } from 'vitest';

import { loadYaml } from './load-yaml.ts';

/** Each list holds the one before it nine times. */
const bomb = (lists: number): string =>
  ['- &a0 [x]', ...Array.from({ length: lists }, (_, at) => `- &a${at + 1} [${`*a${at},`.repeat(9)}]`)].join(
    '\n',
  );

it('aliases that stand for more than anybody records are told', () => {
  expect(loadYaml(bomb(12))).toBe('its aliases stand for more than 5000000 values');
});

it('aliases that stand for little, and ring back to themselves, are told apart', () => {
  expect(loadYaml(bomb(2))).toHaveLength(1);
  expect(loadYaml('&a [*a]')).toBe('its aliases stand for more than 5000000 values');
});
