import { expect, test } from 'vitest';

import { catalogue } from '../../contracts/catalogue.ts';
import type { Requirement } from '../../contracts/requirement.ts';
import { faultPlaces } from './fault-places.ts';
import { OPERATORS } from './operators.ts';
import { placesIn } from './places-in.ts';

const requirements: readonly Requirement[] = catalogue;
const written = ({ at, operator }: { readonly at: string; readonly operator: string }): string =>
  `${operator} at ${at || 'the body'}`;

test('what may be broken is what the requirements say is refused, place by place', () => {
  // That each constraint of the schemas has its requirement is what the tests of the contract hold.
  const refused = requirements.flatMap(({ exercisedBy }) =>
    exercisedBy.kind === 'fault' && exercisedBy.operator in OPERATORS ? [written(exercisedBy)] : [],
  );
  expect(faultPlaces().map(written).toSorted()).toEqual(refused.toSorted());
});

test('a place of the contract stands for one in every item of a body, and for none where there is nothing', () => {
  const name = { at: '/dependencies/0/name', operator: 'wrong-type' } as const;
  const dependencies = [{ name: 'lodash' }, {}];
  expect(placesIn({ dependencies }, name).map(({ at }) => at)).toEqual([
    '/dependencies/0/name',
    '/dependencies/1/name',
  ]);
  // Only what is there can be taken away.
  expect(placesIn({ dependencies }, { ...name, operator: 'missing' })).toHaveLength(1);
  expect(placesIn({ dependencies: [] }, name)).toEqual([]);
  expect(placesIn({ dependencies: [] }, { ...name, at: '/dependencies/0' })).toHaveLength(1);
  expect(placesIn({}, name)).toEqual([]);
});
