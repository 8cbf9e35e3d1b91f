import { expect, test } from 'vitest';

import { fixture, RECORDINGS } from '../recordings/example-source.ts';
import { damageAndAudit } from './fuzz-recordings.ts';
import { mutated } from './mutate-bytes.ts';

/** `npm run fuzz` does the same 2,000 times. */
const TURNS = 40;

test.each(RECORDINGS)('%s, however damaged, crashes nothing', (name) => {
  const { files, judged, crashes } = damageAndAudit(Buffer.concat([...fixture(name).chunks()]), TURNS, 7);
  expect(crashes).toEqual([]);
  expect(files).toBe(TURNS);
  // Damage that leaves nothing to judge would prove nothing; what must be parsed as a whole survives less of it.
  expect(judged).toBeGreaterThan(TURNS / 8);
});

test('the same seed damages alike, another one otherwise', () => {
  const bytes = Buffer.from('{"log":{"entries":[]}}'.repeat(20));
  expect(mutated(bytes, 3)).toEqual(mutated(bytes, 3));
  const kinds = new Set(
    Array.from({ length: 50 }, (_, seed) => Buffer.from(mutated(bytes, seed)).toString('hex')),
  );
  expect(kinds.size).toBeGreaterThan(40);
});
