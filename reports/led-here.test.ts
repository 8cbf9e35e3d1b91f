import { expect, it } from 'vitest';

import { exampleReport } from './example-report.ts';
import { evidence } from './evidence.ts';
import { ledHere } from './led-here.ts';

it('tells the requests of a case before the one that shows a finding, and none where it is the first', () => {
  const report = exampleReport();
  const [first, second] = report.exchanges;
  const [sent] = report.cases;
  if (first === undefined || second === undefined || sent === undefined)
    throw new Error('the example is empty');
  const found = evidence({ ...report, cases: [{ ...sent, exchanges: [first.id, second.id] }] });
  const [finding] = report.requirements.flatMap(({ findings }) => findings);
  if (finding === undefined) throw new Error('the example finds nothing');
  const path = first.request.url.replace(/^https?:\/\/[^/]+/, '');
  expect(ledHere({ ...finding, case: sent.id, exchange: second.id }, found)).toBe(
    `${first.request.method} ${path} (${first.answer?.status ?? 'no answer'})`,
  );
  expect(ledHere({ ...finding, case: sent.id, exchange: first.id }, found)).toBe('');
});
