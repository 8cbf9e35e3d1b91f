import { describe, expect, it } from 'vitest';

import { catalogue } from '../../contracts/catalogue.ts';
import { editions } from '../../contracts/editions.ts';
import { actionOf, auditOf, BODY, created } from './example-audit.ts';

const { runtime: _, ...WITHOUT_RUNTIME } = BODY;
const V2 = [{ id: 'post-login', version: 'v2' }];

/** What an audit says of a create without `runtime` on a day. */
function onDay(at: string, runtime: string, triggers: typeof V2 = [...BODY.supported_triggers]) {
  const sent = { ...WITHOUT_RUNTIME, supported_triggers: triggers };
  const answered = actionOf({
    ...sent,
    runtime,
    created_at: `${at}T08:15:00.1Z`,
    updated_at: `${at}T08:15:00.2Z`,
  });
  const { requirements } = auditOf([[created({ at: `${at}T08:15:00.000Z`, sent, answered })]]);
  const { verdict, reason } = requirements.find(({ id }) => id === 'request.runtime.default') ?? {};
  return { verdict, reason };
}

describe('a create is judged by the default runtime of its day', () => {
  it.each([
    ['2026-05-01', 'node22'],
    ['2023-01-10', 'node16'],
    ['2023-07-15', 'node16'],
    ['2023-08-01', 'node18-actions'],
  ])('%s: %s holds', (at, runtime) => {
    expect(onDay(at, runtime)).toMatchObject({ verdict: 'passed' });
  });

  it.each([
    ['2026-05-01', 'node16'],
    ['2023-01-10', 'node22'],
    ['2023-08-01', 'node16'],
  ])('%s: %s does not', (at, runtime) => {
    expect(onDay(at, runtime)).toMatchObject({ verdict: 'failed' });
  });

  it.each([
    ['2021-03-01', /^the exchange is of 2021-03-01, which is older than what this suite knows of it$/],
    ['2023-07-17', /what held on that day is not known/],
    ['2025-06-01', /what held on that day is not known/],
  ])('%s: nobody knows', (at, reason) => {
    const told = onDay(at, 'node12');
    expect(told.verdict).toBe('not-exercised');
    expect(told.reason).toMatch(reason);
  });

  it('of its trigger', () => {
    expect(onDay('2023-01-10', 'node16', V2)).toMatchObject({ verdict: 'passed' });
    expect(onDay('2023-08-01', 'node18-actions', V2)).toMatchObject({ verdict: 'not-exercised' });
  });
});

it('a trigger that was in no list yet is no fault, neither of the client nor of the target', () => {
  const audited = (at: string) => {
    const sent = { ...BODY, supported_triggers: [{ id: 'custom-token-exchange-beta', version: 'v1' }] };
    const { audit, counts } = auditOf([
      [created({ at: `${at}T08:15:00.000Z`, sent, answered: actionOf(sent) })],
    ]);
    return {
      client: audit?.deviations.filter(({ by }) => by === 'client').length,
      failed: counts.MUST.failed,
    };
  };
  expect(audited('2024-06-01')).toEqual({ client: 0, failed: 0 });
  expect(audited('2026-06-01').client).toBe(1);
  expect(audited('2026-06-01').failed).toBeGreaterThan(0);
});

it('what was deprecated later is no news', () => {
  const clients = (at: string) =>
    auditOf([
      [created({ at: `${at}T08:15:00.000Z`, sent: { ...BODY, supported_triggers: V2 } })],
    ]).audit?.deviations.filter(({ by }) => by === 'client').length;
  expect([clients('2024-01-01'), clients('2026-06-01')]).toEqual([0, 1]);
});

it('every edition is of a requirement, begins on a day and ends after it', () => {
  const ids = new Set<string>(catalogue.map(({ id }) => id));
  expect(editions.filter(({ requirement }) => !ids.has(requirement))).toEqual([]);
  expect(editions.filter(({ from, until }) => until !== undefined && until <= from)).toEqual([]);
  expect(editions.filter(({ from }) => Number.isNaN(Date.parse(from)))).toEqual([]);
});
