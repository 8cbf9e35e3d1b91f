import { describe, expect, test } from 'vitest';

import type { Json } from '../contracts/expectation.ts';
import { isSettled } from './build-status.ts';
import { evidenceOf, findingsOf, pathsOf, read } from './example-exchange.ts';
import { judge } from './judge.ts';

const HELD = { outcome: 'held', observed: true };
const UNSEEN = { outcome: 'held', observed: false };

const steps = (...statuses: readonly Json[]) => {
  const exchanges = statuses.map((status) => read({ status }));
  return judge(
    { kind: 'legal-steps' },
    evidenceOf(exchanges.at(-1) ?? {}, { earlier: exchanges.slice(0, -1) }),
  );
};

describe('the steps of a build', () => {
  test.each([
    ['pending', 'building'],
    ['pending', 'built'],
    ['building', 'packaged'],
    ['packaged', 'built'],
    ['building', 'retrying'],
    ['retrying', 'building'],
    ['retrying', 'failed'],
    ['built', 'built'],
  ])('may lead from %s to %s', (before, after) => {
    expect(steps(before, after)).toEqual(HELD);
  });

  test.each([
    ['building', 'pending', 'building, packaged, built, retrying, failed'],
    ['packaged', 'building', 'packaged, built, retrying, failed'],
    ['built', 'building', 'built'],
    ['failed', 'built', 'failed'],
    ['built', 'BUILT', 'built'],
  ])('may not lead from %s to %s', (before, after, legal) => {
    expect(findingsOf(steps(before, after))).toEqual([
      {
        message: `the build status went from ${before} to ${after}`,
        path: '/status',
        kind: `${before} to ${after}`,
        expected: `one of ${legal} after ${before}`,
        actual: `"${after}"`,
      },
    ]);
  });

  test('are counted from the last status that was read, over answers without one', () => {
    const earlier = [read({ status: 'pending' }), { ...read({}), text: '' }];
    const evidence = evidenceOf(read({ status: 'built' }), { earlier });
    expect(judge({ kind: 'legal-steps' }, evidence)).toEqual(HELD);
  });

  test.each<[string, readonly Json[]]>([
    ['the first status', ['pending']],
    ['a status that is no text', ['built', 7]],
  ])('show nothing at %s', (_, statuses) => {
    expect(steps(...statuses)).toEqual(UNSEEN);
  });

  // Every object inherits these names: looked up carelessly they are functions.
  test.each(['constructor', '__proto__', 'toString', 'PENDING'])(
    'are not judged, and the judge does not stumble, after a status called %s',
    (status) => {
      expect(steps(status, 'built')).toEqual({ outcome: 'held', observed: false });
    },
  );
});

test('a build has come to an end once it is built or failed', () => {
  const statuses = ['pending', 'building', 'packaged', 'retrying', 'built', 'failed', 'BUILT', undefined];
  expect(statuses.filter(isSettled)).toEqual(['built', 'failed']);
});

describe('a status anywhere in the answer', () => {
  const judged = (answered: Json) => judge({ kind: 'statuses-documented' }, evidenceOf({ answered }));

  test('is found in upper case in an undocumented property, with its place', () => {
    expect(findingsOf(judged({ current_version: { id: 'v', status: 'PENDING' } }))).toEqual([
      {
        message: '/current_version/status is no documented build status',
        path: '/current_version/status',
        kind: 'undocumented',
        expected: 'one of pending, building, packaged, built, retrying, failed',
        actual: '"PENDING"',
      },
    ]);
  });

  test.each<[string, Json, readonly string[]]>([
    ['at any depth', { a: { 'b/c': { status: 'DONE' } } }, ['/a/b~1c/status']],
    ['null', { draft: { status: null } }, ['/draft/status']],
    ['a list of one documented status', { draft: { status: ['built'] } }, ['/draft/status']],
    ['two at once', { a: { status: 1 }, b: { status: 'x' } }, ['/a/status', '/b/status']],
  ])('is found: %s', (_, answered, paths) => {
    expect(pathsOf(judged(answered))).toEqual(paths);
  });

  test.each<[string, Json]>([
    ['a documented one', { draft: { status: 'building' } }],
    ["the action's own, which the schemas judge", { status: 'PENDING' }],
    ["a version's own, which the schemas judge", { deployed_version: { status: 'PENDING' } }],
    ["a trigger's in a list", { supported_triggers: [{ id: 'post-login', status: 'CURRENT' }] }],
    ["a trigger's in a release", { integration: { current_release: { trigger: { status: 'CURRENT' } } } }],
    ['none at all', {}],
  ])('is no fault: %s', (_, answered) => {
    expect(judged(answered)).toEqual(HELD);
  });

  test('is not observed where the answer is no JSON', () => {
    expect(judge({ kind: 'statuses-documented' }, evidenceOf({ text: 'oops' }))).toEqual(UNSEEN);
  });
});
