import { describe, expect, it } from 'vitest';

import { catalogue } from '../../contracts/catalogue.ts';
import type { Report } from '../../verdicts/report.ts';
import { actionOf, auditOf, created, ID, read, type Call } from './example-audit.ts';
import { ON_RECORDINGS } from './on-recordings.ts';

const failing = ({ requirements }: Report): readonly string[] =>
  requirements.filter(({ verdict }) => verdict === 'failed' || verdict === 'warned').map(({ id }) => id);

it('every kind of expectation is decided, with a reason', () => {
  for (const { judgedBy } of catalogue) expect(ON_RECORDINGS[judgedBy.kind].why.length).toBeGreaterThan(20);
});

it('what is not judged on recordings is never exercised by one', () => {
  const report = auditOf([[created(), read(), { method: 'GET', answered: { actions: [] } }]]);
  const never = catalogue.filter(({ judgedBy }) => !ON_RECORDINGS[judgedBy.kind].judged).map(({ id }) => id);
  expect(never.length).toBeGreaterThan(3);
  expect(
    report.requirements.filter(
      ({ id, verdict }) => never.includes(id as never) && verdict !== 'not-exercised',
    ),
  ).toEqual([]);
});

const deploy = (number: number): Call => ({
  method: 'POST',
  path: `/${ID}/deploy`,
  status: 202,
  answered: { number, deployed: true },
});
const update: Call = {
  method: 'PATCH',
  path: `/${ID}`,
  sent: { code: '// two' },
  answered: actionOf({
    code: '// two',
    updated_at: '2026-03-02T08:16:00.1Z',
    deployed_version: { number: 1, deployed: true },
  }),
};

describe('a recording that begins in the middle alleges nothing', () => {
  it.each<[string, readonly (readonly Call[])[]]>([
    [
      'a second deploy, over two files',
      [
        [created(), deploy(1)],
        [update, deploy(2)],
      ],
    ],
    ['a second deploy, in one file', [[created(), deploy(1), update, deploy(2)]]],
    ['a deploy of somebody else in between', [[created(), deploy(1), update, deploy(5)]]],
    ['a deploy alone', [[deploy(12)]]],
    ['a first deploy that was not recorded', [[created(), deploy(4)]]],
    [
      'a read of what was updated unrecorded',
      [[created(), read({ code: '// other', updated_at: '2026-03-03T08:15:00.1Z' })]],
    ],
    ['a list without the new action', [[created(), { answered: { actions: [], total: 0 } }]]],
    [
      'a page of more than a list gives',
      [[{ path: '?per_page=1000', answered: { actions: [], per_page: 100 } }]],
    ],
  ])('%s', (_, recordings) => {
    expect(failing(auditOf(recordings))).toEqual([]);
  });

  it.each<[string, readonly Call[], string]>([
    ['a number that stays', [created(), deploy(1), deploy(1)], 'lifecycle.deploy.number'],
    ['a read of what was not updated', [created(), read({ code: '// other' })], 'lifecycle.read.same'],
  ])('but tells %s', (_, calls, requirement) => {
    expect(failing(auditOf([calls]))).toContain(requirement);
  });
});
