import { beforeAll, describe, expect, it } from 'vitest';

import { changingAction } from '../fixtures/mutants/changing-action.ts';
import type { Wrap } from '../fixtures/mutants/mutant.ts';
import { mutants } from '../fixtures/mutants/shelf.ts';
import type { Report } from '../verdicts/report.ts';
import { observe } from './self-validation.ts';

const honest: Wrap = (tenant) => tenant;

/** A tenant with the faults of several. */
const faulty = (...names: readonly string[]): Wrap =>
  names
    .map((name) => {
      const mutant = mutants.find((each) => each.name === name);
      if (mutant === undefined) throw new Error(`there is no faulty tenant ${name}`);
      return mutant.wrap;
    })
    .reduce((inner, outer) => (tenant) => outer(inner(tenant)), honest);

const nulls = [
  'name',
  'supported-triggers',
  'code',
  'dependencies',
  'deploy',
  'modules',
  'runtime',
  'secrets',
].map((property) => `accepts-null-${property}`);

/** What a tenant that verifies no signature takes, and one that takes whatever looks like a token. */
const unverified = [
  'does-not-check-signatures',
  'believes-that-no-signature-is-needed',
  'lets-the-token-choose-the-algorithm',
  'reads-claims-only',
];
const forged = ['takes-any-token', 'does-not-look-at-the-clock', ...unverified];

async function diagnosisOf(wrap: Wrap): Promise<Report['diagnosis']> {
  const { report } = await observe({ wrap });
  if (report === undefined) throw new Error('the run ended without a report');
  return report.diagnosis;
}

/** What a person would say of each of these tenants, by the ids of the causes. */
const TENANTS: readonly (readonly [tenant: string, wrap: Wrap, causes: readonly string[]])[] = [
  ['an honest tenant', honest, []],
  ['one that lets anybody in', faulty('lets-anybody-in', ...forged), ['asks-nobody']],
  ['one that takes any token', faulty(...forged), ['takes-any-token']],
  ['one that does not check signatures', faulty(...unverified), ['verifies-no-signature']],
  ['one that does not look at the clock', faulty('does-not-look-at-the-clock'), []],
  ['one that accepts null everywhere', faulty(...nulls), ['accepts-null']],
  ['one that accepts null for one property', faulty('accepts-null-name'), []],
  ['one that takes one mistyped property', faulty('accepts-a-mistyped-code'), []],
  ['one that answers success to refusals', faulty('refuses-with-200'), ['refuses-nothing']],
  ['one that breaks down over invalid bodies', faulty('refuses-with-500'), ['fails-itself']],
  ['one that refuses without a word', faulty('refuses-in-silence'), ['foreign-errors']],
  ['one that misspells one part of its refusals', faulty('repeats-the-status-as-text'), []],
  ['one that leaves properties out', faulty('answers-no-code', 'answers-no-status'), ['lacks-properties']],
  ['one that mangles code', faulty('appends-to-code'), []],
  ['one that stores nothing', faulty('stores-nothing'), ['forgets']],
  ['one whose list lags', faulty('lists-no-new-actions'), ['forgets']],
  ['one that deletes nothing', faulty('deletes-nothing'), ['does-not-delete']],
  ['one that numbers its actions', faulty('id-of-action-mistyped'), ['unusable-id']],
  [
    'one whose builds do not end',
    changingAction((action) => ({ ...action, status: 'building' })),
    ['builds-never-end'],
  ],
  ['one that wraps what it answers', faulty('answers-in-an-envelope'), ['wraps-answers']],
  ['one that closes the connection over a body', faulty('breaks-off-over-null-names'), ['closes-connection']],
  ['one that refuses the smallest body', faulty('refuses-the-smallest-body'), ['refuses-everything']],
  [
    'a server that answers one thing to everything',
    faulty('always-the-same-action'),
    ['refuses-nothing', 'asks-nobody', 'same-answer', 'out-of-bounds'],
  ],
  [
    'a server that answers what it was sent',
    faulty('always-the-body'),
    ['refuses-nothing', 'asks-nobody', 'lacks-properties', 'unusable-id', 'out-of-bounds'],
  ],
];

describe.each(TENANTS)('%s', (_, wrap, causes) => {
  let diagnosis: Report['diagnosis'];
  beforeAll(async () => {
    diagnosis = await diagnosisOf(wrap);
  });

  it(`is diagnosed with ${causes.join(', ') || 'nothing'}`, () => {
    expect(diagnosis.map(({ id }) => id)).toEqual(causes);
  });
});
