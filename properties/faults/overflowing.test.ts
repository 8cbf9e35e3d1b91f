import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { violations } from '../request-schema.ts';
import { faultyRequest } from '../arbitraries/faulty-request.ts';
import { validBody } from '../valid/body.ts';
import { faultPlaces } from './fault-places.ts';
import { forbidsNumbers, OVERFLOWS, overflowing } from './overflowing.ts';

const NAME = { at: '/name', operator: 'wrong-type' } as const;

test.each(OVERFLOWS)('%s is sent digit by digit in the place of something else', (digits) => {
  const { title, fault, body } = overflowing(NAME, digits, validBody([]));
  const text = body.kind === 'text' ? body.text : '';
  expect(title).toBe(`\`name\` is ${digits} instead of a string`);
  expect(fault).toEqual({ ...NAME, keyword: 'type', before: '<<name>>', after: digits });
  expect(text).toContain(`"name":${digits},`);
  expect(violations(JSON.parse(text)).map(({ instancePath, keyword }) => [instancePath, keyword])).toEqual([
    ['/name', 'type'],
  ]);
});

test('a number is no fault where numbers belong', () => {
  const places = faultPlaces().filter(({ operator }) => operator === 'wrong-type');
  const numeric = places.filter((place) => !forbidsNumbers(place));
  expect(numeric.map(({ at }) => at)).toEqual(['/modules/0/module_version_number']);
  for (const place of numeric) {
    expect(() => overflowing(place, '7', validBody(['modules:one']))).toThrow('does not break `type`');
  }
});

test('faulty bodies have one now and then, unless a typed client sends them, and keep it as they shrink', () => {
  const drawn = (syntax: boolean) =>
    fc.property(
      faultyRequest({ syntax }),
      ({ text }) => !/[^"]e(400|9{9})/.test(text.replaceAll(/"[^"]*"/g, '')),
    );
  const { counterexample } = fc.check(drawn(true), { seed: 1, numRuns: 500 });
  expect(counterexample?.[0].title).toMatch(/ is 1e400 instead of an? \w+$/);
  expect(counterexample?.[0].value).toBeUndefined();
  expect(counterexample?.[0].valid['name']).toBe('a');
  expect(fc.check(drawn(false), { seed: 1, numRuns: 2000 }).failed).toBe(false);
});
