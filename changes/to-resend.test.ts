import { expect, it } from 'vitest';

import { CAUSE, knowing, KNOWING_NOTHING, shownDeviation } from './example-night.ts';
import { toResend } from './to-resend.ts';

const seen = { deviations: [shownDeviation()] };
const asked = [{ key: CAUSE, case: 'c1' }];

it('sends again what is new and what was flaky, seen or not, and nothing that is known', () => {
  expect(toResend(seen, KNOWING_NOTHING)).toEqual(asked);
  expect(toResend(seen, knowing())).toEqual([]);
  expect(toResend(seen, knowing({ open: false }))).toEqual(asked);
  expect(toResend(seen, knowing({ flaky: true }))).toEqual(asked);
  expect(toResend({ deviations: [] }, knowing({ flaky: true }))).toEqual(asked);
  expect(toResend({ deviations: [] }, knowing())).toEqual([]);
});

it('is bounded, however much is new', () => {
  const many = Array.from({ length: 100 }, (_, index) => shownDeviation({ cause: `r.x:/${index}:type` }));
  expect(toResend({ deviations: many }, KNOWING_NOTHING)).toHaveLength(20);
});
