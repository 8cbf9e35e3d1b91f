import { expect, test } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import { appliesTo } from './applies.ts';
import { bearingOn } from './bearing.ts';
import { planFor } from './plan.ts';

test('what a request bears on is found again as it was found first', () => {
  const abouts = planFor(catalogue, 'deep', 1).cases.flatMap(({ requests }) =>
    requests.map(({ about }) => about),
  );
  for (const status of [undefined, 201, 400]) {
    for (const about of abouts) {
      const applying = catalogue.filter(({ exercisedBy }) => appliesTo(exercisedBy, about, status));
      expect(bearingOn(catalogue, about, status)).toEqual(applying);
      expect(bearingOn([...catalogue], about, status)).toEqual(applying);
    }
  }
});
