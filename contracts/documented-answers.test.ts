import { expect, test } from 'vitest';

import { documentedAnswers } from './documented-answers.ts';
import { schemaFiles } from './schema-files.ts';

const { headers, operations } = documentedAnswers;

test.each(Object.entries(operations))(
  'a %s succeeds in one documented way, with a body of a schema that there is',
  (_, { statuses }) => {
    const successes = Object.entries(statuses).filter(([status]) => status.startsWith('2'));
    expect(successes).toHaveLength(1);
    const named = Object.values(statuses).flatMap(({ schema }) => schema ?? []);
    expect(named.filter((name) => !Object.hasOwn(schemaFiles, name))).toEqual([]);
  },
);

test('headers are in lower case, each once', () => {
  const names = [...headers.documented, ...headers.standard];
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(names.map((name) => name.toLowerCase()));
});
