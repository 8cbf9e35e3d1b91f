import { describe, expect, it } from 'vitest';

import { parseJson } from './parse-json.ts';

const listOf = (count: number): string => `[${Array.from({ length: count }, () => '0').join(',')}]`;

describe('a text as JSON', () => {
  it.each([
    ['{"a":[1,null]}', { value: { a: [1, null] } }],
    [listOf(100_000), { value: Array.from({ length: 100_000 }, () => 0) }],
    [listOf(100_001), { trouble: 'it holds more than 100000 values' }],
    [`${'['.repeat(101)}${']'.repeat(101)}`, { value: expect.anything() as unknown }],
    [`${'['.repeat(102)}${']'.repeat(102)}`, { trouble: 'it is nested more than 100 deep' }],
    [undefined, { trouble: 'there is no body' }],
  ])('%.20s', (text, parsed) => {
    expect(parseJson(text)).toEqual(parsed);
  });

  it('that is none says why', () => {
    expect(parseJson('{')).toHaveProperty('trouble');
  });
});
