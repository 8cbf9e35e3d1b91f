import { expect, test } from 'vitest';

import { exchangeOf } from '../../checks/example-exchange.ts';
import type { Json } from '../../contracts/expectation.ts';
import type { Exchange } from '../../driver/exchange.ts';
import { Moments } from './moments.ts';

function undated(answered: Json): Exchange {
  const { startedAt: _, ...rest } = exchangeOf({ answered });
  return rest;
}

test('a recording that tells the date is believed', () => {
  expect(new Moments().of(exchangeOf({ answered: { updated_at: '2020-01-01T00:00:00Z' } }))).toBe(
    '2026-01-01T00:00:00.000Z',
  );
});

test('else the answers tell, and time does not run backwards', () => {
  const moments = new Moments();
  const told = [
    {},
    { created_at: '2026-03-02T08:15:00.123456789Z' },
    { updated_at: '2026-03-02T09:00:00+01:00' },
    { updated_at: 'yesterday' },
    { created_at: '2026-03-02T08:00:00Z', updated_at: '2026-03-02T10:00:00Z' },
    {},
  ];
  expect(told.map((answered) => moments.of(undated(answered)))).toEqual([
    undefined,
    '2026-03-02T08:15:00.123Z',
    '2026-03-02T08:15:00.123Z',
    '2026-03-02T08:15:00.123Z',
    '2026-03-02T10:00:00.000Z',
    '2026-03-02T10:00:00.000Z',
  ]);
});
