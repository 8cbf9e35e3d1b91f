import { expect, test } from 'vitest';

import { type Example, evidenceOf } from '../../checks/example-exchange.ts';
import type { About } from '../../contracts/case.ts';
import { Offers } from './offers.ts';

const create: Example = { status: 201, answered: { id: '1' } };
const on = (operation: About['operation'], status: number, text = ''): Example => ({
  about: { operation },
  status,
  text,
  path: '/1',
});

/** What is said of updates after these exchanges. */
function after(...examples: readonly Example[]): string | undefined {
  const offers = new Offers();
  for (const example of examples) offers.observe(evidenceOf(example).exchange);
  return offers.reasonNot('update');
}

const SPOKEN = JSON.stringify({ statusCode: 404, error: 'Not Found', message: 'Not Found' });
const nowhere = (text: string): Example => ({ about: { wire: 'unknown-path' }, status: 404, text });

test('one answer of another kind is enough to know that an operation is there', () => {
  expect(after(create, on('update', 405), on('update', 501))).toBe('not offered: PATCH answers 405 or 501');
  expect(after(create, on('update', 405), on('update', 200))).toBeUndefined();
  expect(after(create, on('update', 400), on('update', 405))).toBeUndefined();
  expect(after(create)).toBeUndefined();
});

test('what is not there any more is rightly not found', () => {
  expect(after(create, on('update', 404))).toBe('not offered: PATCH answers 404');
  expect(after(create, on('delete', 204), on('update', 404))).toBeUndefined();
  expect(after(on('update', 404))).toBeUndefined();
});

test('a refusal in the form of the API counts where a path that nobody has gets the same, and others see the action', () => {
  const refusal = on('update', 404, SPOKEN);
  expect(after(create, on('read', 200), refusal, nowhere(SPOKEN))).toBe('not offered: PATCH answers 404');
  expect(after(create, refusal, on('read', 200), nowhere(SPOKEN))).toBe('not offered: PATCH answers 404');
  expect(after(create, refusal, on('delete', 204), nowhere(SPOKEN))).toBeUndefined();
  expect(after(create, refusal, nowhere(SPOKEN))).toBeUndefined();
  expect(after(create, on('read', 200), refusal)).toBeUndefined();
  expect(after(create, on('read', 200), refusal, nowhere('Cannot POST /'))).toBeUndefined();
});

test('a refusal in another form is that of a target that forgets where a path that nobody has gets another', () => {
  const refusal = on('update', 404, 'no action 1');
  expect(after(create, refusal, nowhere('Cannot POST /api/v2/x'))).toBeUndefined();
  expect(after(create, refusal, on('read', 200), nowhere('Cannot POST /api/v2/x'))).toBeDefined();
  expect(after(create, on('update', 404, 'Cannot PATCH /a/1'), nowhere('Cannot POST /b'))).toBeDefined();
});
