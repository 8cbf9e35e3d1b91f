import { expect, it } from 'vitest';

import { Pieces } from './pieces.ts';

it('pieces of every size come out in their order', () => {
  const sizes = [1, 5000, 0, 3, 4095, 4096, 70_000, 1, 1];
  const given = sizes.map((size, index) => Buffer.alloc(size, index + 1));
  const pieces = new Pieces();
  for (const each of given) pieces.add(each);
  expect(pieces.whole().equals(Buffer.concat(given))).toBe(true);
  expect(pieces.length).toBe(Buffer.concat(given).length);
});

it('a million pieces of one byte keep nothing of the pieces', () => {
  const pieces = new Pieces();
  const chunk = Buffer.from('x');
  for (let index = 0; index < 1_000_000; index += 1) pieces.add(chunk);
  chunk.write('y');
  expect(pieces.whole().equals(Buffer.alloc(1_000_000, 'x'))).toBe(true);
});
