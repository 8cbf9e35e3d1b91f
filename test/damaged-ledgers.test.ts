import { expect, it } from 'vitest';

import { sweepByDamaged } from './damaged-ledgers.ts';

it('no foreign action is touched by a ledger, however it is damaged, and what can be read of it is swept', async () => {
  const { ledgers, told, deleted, touched } = await sweepByDamaged(40, 1);
  expect(touched).toEqual([]);
  expect(told).toBeGreaterThan(ledgers / 2);
  expect(told).toBeLessThan(ledgers);
  expect(deleted).toBeGreaterThan(ledgers / 20);
});
