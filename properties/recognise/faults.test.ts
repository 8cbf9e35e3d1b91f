import { expect, test } from 'vitest';

import { catalogue } from '../../contracts/catalogue.ts';
import { faultyCases } from '../faults/faulty-cases.ts';
import { validBody } from '../valid/body.ts';
import { faultsIn } from './faults.ts';

test('a valid body has none', () => {
  expect(faultsIn(JSON.stringify(validBody(['secrets:several', 'dependencies:registry'])))).toEqual([]);
});

test.each([
  [undefined, 'empty-body'],
  ['  ', 'empty-body'],
  ['{"name":', 'malformed-json'],
  ['[]', 'wrong-type'],
])('%j has the fault %s', (text, operator) => {
  expect(faultsIn(text)).toMatchObject([{ fault: { at: '', operator } }]);
});

test('every fault that the suite makes is recognised as what it is', () => {
  const wanted = catalogue.flatMap(({ exercisedBy }) =>
    exercisedBy.kind === 'fault' ? [[exercisedBy.at, exercisedBy.operator] as const] : [],
  );
  expect(wanted.length).toBeGreaterThan(40);
  for (const [at, operator] of wanted) {
    for (const { requests } of faultyCases(at, operator)) {
      const body = requests[0]?.body;
      const text =
        body?.kind === 'json' ? JSON.stringify(body.value) : body?.kind === 'text' ? body.text : undefined;
      expect(faultsIn(text).map(({ fault }) => [fault.at, fault.operator])).toEqual([[at, operator]]);
    }
  }
});

test('two faults are two, each at its own place', () => {
  const body = {
    ...validBody(['dependencies:several']),
    name: 7,
    retries: 3,
    dependencies: [{}, { name: 1 }],
  };
  expect(faultsIn(JSON.stringify(body)).map(({ place, fault }) => [place, fault.at, fault.property])).toEqual(
    [
      ['', '', 'retries'],
      ['/name', '/name', undefined],
      ['/dependencies/1/name', '/dependencies/0/name', undefined],
    ],
  );
});
