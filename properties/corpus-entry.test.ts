import { expect, test } from 'vitest';

import { exploredCase } from './arbitraries/explored-case.ts';
import { readCorpusEntry, type CorpusEntry } from './corpus-entry.ts';
import { draws } from './drawn.ts';

const SEED = 11;

function entriesOf(count: number): { readonly id: string; readonly entry: CorpusEntry }[] {
  const entries: { id: string; entry: CorpusEntry }[] = [];
  for (const { value, draw } of draws(exploredCase(), SEED)) {
    const { id, ...parts } = value.subject;
    const told = { message: 'm', expected: 'e', actual: 'a', curl: 'curl -X POST' };
    const found = { on: '2026-11-23', suite: '0.1.0', ...draw };
    entries.push({ id, entry: { requirement: 'r', cause: 'r:/p:k', ...told, found, case: parts } });
    if (entries.length === count) break;
  }
  return entries;
}

test(`whatever is drawn with seed ${SEED} comes back from its file as the same case`, () => {
  for (const { id, entry } of entriesOf(60)) {
    const read = readCorpusEntry(JSON.parse(JSON.stringify(entry)));
    expect(read).toEqual({ cause: 'r:/p:k', case: { id, ...entry.case } });
  }
});

test('what is no entry says where', () => {
  expect(() => readCorpusEntry({})).toThrow('must have required property');
  expect(() => readCorpusEntry([])).toThrow('must be object');
});

const [first] = entriesOf(1);
const requestOf = (changes: object): unknown => {
  const [request] = first?.entry.case.requests ?? [];
  return { ...first?.entry, case: { title: 't', requests: [{ ...request, ...changes }] } };
};

test.each([
  ['another path', { path: '/users' }],
  ['a path out of the API', { path: '/actions/actions/../../users' }],
  ['another method', { method: 'DELETE' }],
  ['a header in a media type', { contentType: 'text/plain\r\nx-evil: 1' }],
  ['an encoding that does not exist', { body: { kind: 'text', text: '{', encoding: 'utf-7' } }],
  ['another operation', { about: { operation: 'delete', credentials: 'valid', choices: [] } }],
])('a file cannot make the suite send %s', (_, changes) => {
  expect(() => readCorpusEntry(requestOf(changes))).toThrow('/case/requests/0');
});

test('a body that is no longer what it says is refused', () => {
  const about = { operation: 'create', credentials: 'valid', choices: ['sampled'] };
  const fault = { at: '/name', operator: 'wrong-type', keyword: 'type' };
  const valid = { kind: 'json', value: { name: 'a', supported_triggers: [{ id: 'post-login' }] } };
  const faulty = { kind: 'json', value: { name: 7, supported_triggers: [{ id: 'post-login' }] } };
  expect(() => readCorpusEntry(requestOf({ about, body: faulty }))).toThrow('a body meant to be valid');
  expect(() => readCorpusEntry(requestOf({ about: { ...about, fault }, body: valid }))).toThrow('/name');
  expect(readCorpusEntry(requestOf({ about: { ...about, fault }, body: faulty })).cause).toBe('r:/p:k');
});

test('bytes that are no longer what they say are refused', () => {
  const about = { operation: 'create', credentials: 'valid', choices: ['sampled'] };
  const reading = (fault: object | undefined, text: string) => () =>
    readCorpusEntry(requestOf({ about: { ...about, fault }, body: { kind: 'text', text } }));
  const syntax = { at: '', operator: 'malformed-json', keyword: 'syntax' };
  const type = { at: '/name', operator: 'wrong-type', keyword: 'type' };
  const named = (name: string): string => `{"name":${name},"supported_triggers":[{"id":"post-login"}]}`;
  expect(reading(syntax, '{}')).toThrow('JSON after all');
  expect(reading(undefined, '{}')).toThrow('JSON after all');
  expect(reading(type, '{')).toThrow('a body meant to be JSON is not');
  expect(reading(type, named('"1e400"'))).toThrow('does not break `type` there');
  expect(reading(type, named('1e400'))().cause).toBe('r:/p:k');
});
