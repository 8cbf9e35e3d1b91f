import { describe, expect, test } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import { OWN_PACTS } from '../contracts/pacts/own-pacts.ts';
import { mutants } from '../fixtures/mutants/shelf.ts';
import { readPact } from '../pacts/read-pact.ts';
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

test('what interactions of pacts showed is judged by what their consumers call them evidence for', async () => {
  const file = 'actions-conformance-auth0-actions.json';
  const pacts = [readPact(JSON.stringify(OWN_PACTS[file]), file)];
  const requirements = catalogue.filter(({ id }) => /^(lifecycle\.delete\.gone|answer\.action\.)/.test(id));
  const { report } = await runAgainst({ wrap: mutantCalled('answers-no-id') }, { pacts, requirements });
  expect(report.phases.pacts.requests).toBeGreaterThan(0);
  expect(rejudge(stored(report), requirements, facts).rejudged?.changes).toEqual([]);
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

const statusesOf = (report: Report): Record<string, string> =>
  Object.fromEntries(report.requirements.map(({ id, verdict }) => [id, verdict]));

describe('what the run found and the report does not keep', () => {
  test('is no pass, however often the report is judged again', async () => {
    const { report } = await runAgainst({ wrap: mutantCalled('cuts-code') }, { depth: 'standard' });
    expect(resultOf(report, 'request.code.echo').verdict).toBe('failed');
    const again = rejudge(stored(report), catalogue, facts);
    expect(again.verdict).not.toBe('conformant');
    expect(resultOf(again, 'request.code.echo')).toMatchObject({
      verdict: 'not-exercised',
      baseline: 'not-exercised',
      reason: 'found broken before, and cannot be judged again: the body of the answer was not kept',
    });
    expect(statusesOf(rejudge(stored(again), catalogue, facts))).toEqual(statusesOf(again));
  });

  test('is no pass where the answer that it was compared with is cut', async () => {
    const { report } = await runAgainst(
      { wrap: mutantCalled('answers-built-then-builds') },
      { depth: 'standard' },
    );
    const changed = stored(report);
    const exchanges = changed.exchanges.map((each) =>
      each.about.operation === 'create' && each.answer !== undefined
        ? { ...each, answer: { ...each.answer, body: '{… (9000 more characters)' } }
        : each,
    );
    const again = rejudge({ ...changed, exchanges }, catalogue, facts);
    const failed = report.requirements.filter(({ verdict }) => verdict === 'failed' || verdict === 'warned');
    for (const { id } of failed) expect(resultOf(again, id).verdict, id).toBe('not-exercised');
  });

  test('is no pass where a model foretold it', async () => {
    const { report } = await runAgainst({});
    const changed = stored(report);
    const requirements = changed.requirements.map((each) => ({
      ...each,
      findingsTotal: 1,
      findings: [{ exchange: 'x1', path: '/name', phase: 'lifecycle' as const }],
    }));
    const again = rejudge({ ...changed, requirements }, catalogue, facts);
    expect(again.counts.all.passed).toBe(0);
    expect(again.requirements[0]?.reason).toMatch(/what a lifecycle foretold was not kept/);
  });
});

test.each(['in a header', 'in the body'])('a mask that came back %s may stand for a token', async (where) => {
  const { report } = await runAgainst({});
  const changed = stored(report);
  const exchanges = changed.exchanges.map((each) => {
    if (each.answer === undefined) return each;
    const { headers, body } = each.answer;
    const echoed = where === 'in a header' ? { 'x-token': 'Bearer [redacted]' } : {};
    return {
      ...each,
      answer: {
        ...each.answer,
        headers: { ...headers, ...echoed },
        body: where === 'in a header' ? body : body.replace(/\}$/, ',"note":"[redacted]"}'),
      },
    };
  });
  const secrecy = catalogue.filter(({ judgedBy }) => judgedBy.kind === 'secret-kept');
  const again = rejudge({ ...changed, exchanges }, secrecy, facts);
  expect(again.requirements.map(({ verdict, reason }) => [verdict, reason])).toEqual(
    secrecy.map(() => ['not-exercised', 'secrets and tokens are masked alike in the report']),
  );
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
