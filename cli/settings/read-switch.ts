import { UsageError } from '../../driver/errors.ts';

const WORDS = new Map([
  ['1', true],
  ['true', true],
  ['yes', true],
  ['on', true],
  ['0', false],
  ['false', false],
  ['no', false],
  ['off', false],
]);

/**
 * Reads a variable that stands for a flag without a value.
 *
 * @throws UsageError for what says neither yes nor no.
 */
export function readSwitch(text: string, name: string): boolean {
  const value = WORDS.get(text.trim().toLowerCase());
  if (value !== undefined) return value;
  throw new UsageError(
    'BAD_SWITCH',
    `${name} is ${JSON.stringify(text)}, which says neither yes nor no`,
    'Set it to 1, true or yes, to 0, false or no, or not at all.',
  );
}
