import { expect, test } from 'vitest';

import { runAgainst } from './example-run.ts';

test('a mock that answers as documented drifts where no document says anything, and nowhere else', async () => {
  const { report } = await runAgainst({ like: 'documented' }, { depth: 'standard' });
  expect(report.drift.undocumented.map(({ id }) => id)).toEqual([
    // Recorded of every refusal for want of credentials, and written down nowhere.
    'property:error#:attributes',
    'status:create:415',
  ]);
  expect(report.drift.unseen.map(({ id }) => id)).toContain('property:action#/properties/integration');
});

test('a mock that answers as real tenants do drifts besides in ways that have a name', async () => {
  const { report } = await runAgainst({ like: 'observed' }, { depth: 'standard' });
  const known = report.drift.undocumented.filter(({ waiver }) => waiver !== undefined);
  expect(Object.fromEntries(known.map(({ id, waiver }) => [id, waiver]))).toEqual({
    'property:action#:current_version': 'current-version-undocumented',
    'status:deploy:200': 'deploy-answers-200',
  });
  const kept = new Set(report.exchanges.map(({ id }) => id));
  expect(report.drift.undocumented.filter(({ exchange }) => !kept.has(exchange))).toEqual([]);
});

test('what only a body drawn at random shows is kept with the exchange that shows it', async () => {
  const planned = await runAgainst({});
  let left = planned.report.actions.created;
  const { report } = await runAgainst(
    {
      wrap: (tenant) => async (request) => {
        const answer = await tenant(request);
        if (request.method !== 'POST' || answer.status !== 201 || left-- > 0) return answer;
        const body = JSON.stringify({ ...((await answer.json()) as object), drifted: 'Bearer very-odd' });
        return new Response(body, answer);
      },
    },
    { explore: 60 },
  );
  const found = report.drift.undocumented.find(({ path }) => path === '/drifted');
  const shown = report.exchanges.find(({ id }) => id === found?.exchange);
  expect(shown?.answer?.body).toContain('drifted');
});
