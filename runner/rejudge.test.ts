import { describe, expect, test } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import { mutants } from '../fixtures/mutants/shelf.ts';
import type { Report } from '../verdicts/report.ts';
import { resultOf, runAgainst } from './example-run.ts';
import { rejudge } from './rejudge.ts';

const facts = {
  suite: { name: 'actions-conformance', version: '9.9.9' },
  reproduce: 'npx actions-conformance rejudge report.json',
  startedAt: 0,
};

/** As it comes back from a file. */
const stored = (report: Report): Report => JSON.parse(JSON.stringify(report)) as Report;

function mutantCalled(name: string): NonNullable<Parameters<typeof runAgainst>[0]['wrap']> {
  const mutant = mutants.find((each) => each.name === name);
  if (mutant === undefined) throw new Error(`the shelf has no mutant ${name}`);
  return mutant.wrap;
}

describe.each([
  ['the honest tenant', {}],
  ['a tenant as observed', { like: 'observed' as const }],
])('%s', (_, options) => {
  test('is judged as it was, without a request', async () => {
    const { report } = await runAgainst(options, { depth: 'standard' });
    const again = rejudge(stored(report), catalogue, facts);
    expect(again.rejudged?.changes).toEqual([]);
    expect(again.counts).toEqual(report.counts);
    expect(again.suite.version).toBe('9.9.9');
    expect(again.rejudged?.suite).toEqual(report.suite);
    expect(again.exchanges).toEqual(report.exchanges);
  });
});

test.each([
  'answers-no-name',
  'returns-secret-values-in-hex',
  'returns-secret-values-in-a-header',
  'accepts-an-empty-body',
])('the faulty tenant %s is found out again', async (name) => {
  const { report } = await runAgainst({ wrap: mutantCalled(name) });
  const again = rejudge(stored(report), catalogue, facts);
  expect(again.verdict).toBe(report.verdict);
  expect(again.requirements.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id)).toEqual(
    report.requirements.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id),
  );
});

test('what changed in the stored exchanges, or in the catalogue, changes the verdict and is named', async () => {
  const { report } = await runAgainst({});
  const changed = stored(report);
  const exchanges = changed.exchanges.map((each) =>
    each.about.operation === 'create' && each.answer?.status === 201
      ? { ...each, answer: { ...each.answer, status: 200 } }
      : each,
  );
  const again = rejudge({ ...changed, exchanges }, catalogue, facts);
  expect(resultOf(again, 'answer.http.status').verdict).toBe('failed');
  expect(again.verdict).toBe('not-conformant');
  expect(again.rejudged?.changes).toContainEqual({
    requirement: 'answer.http.status',
    before: 'passed',
    after: 'failed',
  });
  const requirements = changed.requirements.filter(({ id }) => id !== 'answer.http.status');
  expect(rejudge({ ...changed, requirements }, catalogue, facts).rejudged?.changes).toEqual([
    { requirement: 'answer.http.status', after: 'passed' },
  ]);
});

test('a body that the report cut is not judged', async () => {
  const { report } = await runAgainst(
    {},
    { requirements: catalogue.filter(({ id }) => id === 'answer.action.id') },
  );
  const changed = stored(report);
  const exchanges = changed.exchanges.map((each) =>
    each.answer === undefined
      ? each
      : {
          ...each,
          answer: { ...each.answer, body: `${each.answer.body.slice(0, 9)}… (9000 more characters)` },
        },
  );
  const only = catalogue.filter(({ id }) => id === 'answer.action.id');
  expect(resultOf(rejudge({ ...changed, exchanges }, only, facts), 'answer.action.id')).toMatchObject({
    verdict: 'not-exercised',
    reason: 'the body of the answer was not kept',
  });
});
