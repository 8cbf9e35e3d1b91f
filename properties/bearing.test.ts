import { expect, test } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { appliesTo } from './applies.ts';
import { bearingOn } from './bearing.ts';
import { planFor } from './plan.ts';

const requirements: readonly Requirement[] = catalogue;

test('what a request bears on is found again as it was found first', () => {
  const abouts = planFor(catalogue, 'deep', 1).cases.flatMap(({ requests }) =>
    requests.map(({ about }) => about),
  );
  for (const status of [undefined, 201, 400]) {
    for (const about of abouts) {
      const applying = requirements.filter(({ exercisedBy, alsoOn = [] }) =>
        [exercisedBy, ...(status === undefined ? [] : alsoOn)].some((each) => appliesTo(each, about, status)),
      );
      expect(bearingOn(catalogue, about, status)).toEqual(applying);
      expect(bearingOn([...catalogue], about, status)).toEqual(applying);
    }
  }
});
