import { expect, test } from 'vitest';

import { maskSecrets, secretsIn } from './mask-secrets.ts';

test.each([
  ['{"secrets":[{"name":"A","value":"x"}]}', '{"secrets":[{"name":"A","value":"[redacted]"}]}'],
  ['{"deep":{"secrets":[{"value":1}]}}', '{"deep":{"secrets":[{"value":"[redacted]"}]}}'],
  ['{ "secrets": [ { "name": "A" } ] }', '{ "secrets": [ { "name": "A" } ] }'],
  ['{"value":"x"}', '{"value":"x"}'],
  ['{"secrets":[{"value":"x\\"y', '{"secrets":[{"value":"[redacted]"'],
  ['no JSON', 'no JSON'],
])('%s becomes %s', (text, masked) => {
  expect(maskSecrets(text)).toBe(masked);
});

test('what is nested too deep to walk is masked all the same', () => {
  const deep = `${'['.repeat(200_000)}{"secrets":[{"value":"x-secret"}]}`;
  expect(maskSecrets(deep)).not.toContain('x-secret');
});

test('the values that a request sets are known', () => {
  const secrets = [{ name: 'A', value: 'a' }, { name: 'B' }, 'C', { value: '' }];
  expect(secretsIn({ secrets })).toEqual(['a']);
  expect([secretsIn(undefined), secretsIn({ secrets: 'a' })]).toEqual([[], []]);
});
