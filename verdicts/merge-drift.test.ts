import { expect, test } from 'vitest';

import type { Drift } from '../drift/drift.ts';
import { mergeDrift } from './merge-drift.ts';

const driftOf = (
  undocumented: readonly (readonly [id: string, exchange: string])[],
  unseen: readonly string[],
): Drift => ({
  undocumented: undocumented.map(([id, exchange]) => ({
    id,
    kind: 'property',
    message: id,
    operation: 'create',
    path: `/${id}`,
    observed: '1',
    exchange,
    patch: { file: 'contracts/schemas/action.json', operations: [{ op: 'add', path: `/${id}`, value: {} }] },
  })),
  unseen: unseen.map((id) => ({ id, kind: 'property', message: id })),
});

test('shards together saw what any of them saw, and did not see what none of them saw', () => {
  const merged = mergeDrift([
    driftOf([['a', 'x1']], ['p', 'q']),
    driftOf(
      [
        ['a', 'x9'],
        ['b', 'x8'],
      ],
      ['q', 'r'],
    ),
  ]);
  expect(merged).toEqual(
    driftOf(
      [
        ['a', 'x1'],
        ['b', 'x8'],
      ],
      ['q'],
    ),
  );
  const [alone] = [driftOf([['a', 'x1']], ['p'])];
  expect(mergeDrift([alone])).toEqual(alone);
});
