import { expect, test } from 'vitest';

import { judge } from './judge.ts';
import { evidenceOf, findingsOf, type Example } from './example-exchange.ts';

const SECRETS = ['a-secret-value-1', 'a-secret-value-22'];
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const judged = (example: Example, earlier: readonly Example[] = []) =>
  judge({ kind: 'secret-kept' }, evidenceOf(example, { earlier, secrets: SECRETS }));

const SENT = { name: 'a', secrets: [{ name: 's', value: 'a-secret-value-1' }] };

test.each<[string, Example, string, string]>([
  ['in the body', { text: 'x a-secret-value-1 x' }, '', 'the body'],
  ['in the body of a refusal', { status: 400, answered: { message: 'a-secret-value-22' } }, '', 'the body'],
  ['in base64', { answered: { code: base64('a-secret-value-1') } }, '', 'the body'],
  ['in base64 without padding', { text: base64('a-secret-value-22').replace(/=+$/, '') }, '', 'the body'],
  ['in a header', { headers: { etag: '"a-secret-value-1"' } }, 'header etag', 'the header `etag`'],
  [
    'as the name of a header',
    { headers: { 'x-a-secret-value-1': 'y' } },
    'header x-[redacted]',
    'the name of the header `x-[redacted]`',
  ],
  [
    'in one of several headers of a name',
    { headers: { link: ['a', 'b a-secret-value-1'] } },
    'header link',
    'the header `link`',
  ],
])('a value that comes back %s is found', (_, example, path, name) => {
  expect(findingsOf(judged(example))).toEqual([
    {
      message: `the value of a secret came back in ${name}`,
      path,
      kind: 'leaked',
      expected: 'no value of any secret',
      actual: 'the value that was sent',
    },
  ]);
});

test('the finding does not say the value again', () => {
  const headers = { 'a-secret-value-1': 'a-secret-value-22' };
  const findings = findingsOf(judged({ text: 'a-secret-value-1', headers }));
  expect(findings).toHaveLength(3);
  expect(JSON.stringify(findings)).not.toContain('a-secret');
});

test('a value that another request of the run sent is found too', () => {
  expect(findingsOf(judged({ sent: {}, text: 'a-secret-value-22' }))).toHaveLength(1);
});

test('each place that holds a secret is told of once', () => {
  const example = { text: SECRETS.join(' '), headers: { 'x-one': 'a-secret-value-1' } };
  expect(findingsOf(judged(example)).map(({ path }) => path)).toEqual(['', 'header x-one']);
});

test('the name of a secret, and half a value, may come back', () => {
  const answered = { secrets: [{ name: 's' }], code: 'a-secret-value-' };
  expect(judged({ sent: SENT, answered })).toEqual({ outcome: 'held', observed: true });
});

test('nothing is observed until a secret was sent, now or earlier in the case', () => {
  expect(judged({ sent: { name: 'a' } })).toEqual({ outcome: 'held', observed: false });
  expect(judged({ sent: { name: 'a' } }, [{ sent: SENT }])).toEqual({ outcome: 'held', observed: true });
});
