import { expect, it } from 'vitest';

import type { Json } from '../contracts/expectation.ts';
import { readPact } from './read-pact.ts';
import { withoutRubyMatchers } from './ruby-matchers.ts';

const like = (contents: Json): Json => ({ json_class: 'Pact::SomethingLike', contents });
const term = (generate: Json): Json => ({
  json_class: 'Pact::Term',
  data: { generate, matcher: { json_class: 'Regexp', o: 0, s: '.*' } },
});
const each = (contents: Json, min: Json): Json => ({ json_class: 'Pact::ArrayLike', contents, min });

it.each<[Json, Json]>([
  [like({ id: term('a') }), { id: 'a' }],
  [each(like('a'), 2), ['a', 'a']],
  [each('a', 'many'), ['a']],
  [each('a', 1e12), ['a']],
  [
    [like(1), null, { json_class: 'Other', contents: 1 }],
    [1, null, { json_class: 'Other', contents: 1 }],
  ],
  [{ json_class: 'Pact::Term' }, { json_class: 'Pact::Term' }],
])('%j is %j', (written, example) => {
  expect(withoutRubyMatchers(written)).toEqual(example);
});

it('a pact of version 1 is read by its examples', () => {
  const pact = {
    consumer: { name: 'c' },
    provider: { name: 'p' },
    interactions: [
      {
        description: 'a read',
        request: { method: 'get', path: term('/api/v2/actions/actions/1') },
        response: { status: 200, body: { id: like('1') } },
      },
    ],
    metadata: { pactSpecification: { version: '1.0' } },
  };
  expect(readPact(JSON.stringify(pact), 'x.json').interactions).toMatchObject([
    { request: { path: '/api/v2/actions/actions/1' }, response: { body: { id: '1' } } },
  ]);
});
