import { readdirSync } from 'node:fs';

import { expect, test } from 'vitest';

import { answerSchemas, schemaById } from './answer-schemas.ts';

const REQUESTS_ONLY = new Set(['create-action-request', 'secret-request']);

test('every schema of an answer is registered under the name of its file', () => {
  const files = readdirSync(new URL('../contracts/schemas/', import.meta.url));
  const names = files.map((file) => file.replace(/\.json$/, '')).filter((name) => !REQUESTS_ONLY.has(name));
  expect(Object.keys(answerSchemas).toSorted()).toEqual(names.toSorted());
  for (const [name, { $id }] of Object.entries(answerSchemas))
    expect($id).toBe(`urn:actions-conformance:${name}`);
});

test('a schema is found by its id, and an unknown id is a mistake of the suite', () => {
  expect(schemaById('urn:actions-conformance:trigger')).toBe(answerSchemas.trigger);
  expect(() => schemaById('urn:elsewhere')).toThrow('no schema of an answer has the id urn:elsewhere');
});
