import { expect, test } from 'vitest';

import { whole } from './whole.ts';

test.each([
  ['the list does not hold the new action', 'The list does not hold the new action.'],
  ['/name is not a string', '/name is not a string.'],
  ['`deploy` is taken for a text', '`deploy` is taken for a text.'],
  ['content-type is text/html', 'content-type is text/html.'],
  ['Nothing came.', 'Nothing came.'],
  ['was it cut…', 'Was it cut…'],
])('%s', (message, sentence) => {
  expect(whole(message)).toBe(sentence);
});
