import * as fc from 'fast-check';

import { text } from './text.ts';

/** A secret of an action, as a client sends it. */
export type SecretRequest = { readonly name: string; readonly value: string };

/** Constraints on {@link secret}. */
export interface SecretConstraints {
  /** What the values begin with, so that they can be recognised wherever they turn up; nothing by default. */
  readonly prefixes?: readonly string[];
  /** Greatest length of a value in UTF-16 code units; 4,096 by default, the documented limit. */
  readonly maxLength?: number;
}

const FIRST_CHARACTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const NAME_CHARACTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_abcdefghijklmnopqrstuvwxyz');

/** Lengths of long values; what is shorter is far more usual. */
const LONG = [255, 256, 2_048, 4_096] as const;

/** Secrets: names that code can read as a property, and values of any text, line breaks included. */
export function secret({
  prefixes = [''],
  maxLength = 4_096,
}: SecretConstraints = {}): fc.Arbitrary<SecretRequest> {
  const name = fc
    .tuple(
      fc.constantFrom(...FIRST_CHARACTERS),
      fc.string({ unit: fc.constantFrom(...NAME_CHARACTERS), maxLength: 12 }),
    )
    .map((parts) => parts.join(''));
  const value = fc
    .tuple(fc.constantFrom(...prefixes), text({ controls: true }), fc.nat(59))
    .map(([prefix, rest, roll]) =>
      // One value in fifteen is long.
      `${prefix}${rest}`.padEnd(Math.min(LONG[59 - roll] ?? 0, maxLength), 'x').slice(0, maxLength),
    );
  return fc.record({ name, value }, { noNullPrototype: true });
}
