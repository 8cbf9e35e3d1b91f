import { describe, expect, test } from 'vitest';

import { type Example, evidenceOf } from './example-exchange.ts';
import { judge } from './judge.ts';
import { notOffered } from './not-offered.ts';

const CREATED: Example = { status: 201, answered: { id: '1' } };
const READ: Example = { about: { operation: 'read' }, status: 200 };
const patch = (status: number): Example => ({ about: { operation: 'update' }, status });

const told = (example: Example, earlier: readonly Example[] = [CREATED, READ]): string | undefined => {
  const evidence = evidenceOf(example, { earlier });
  return notOffered(evidence.exchange, evidence.earlier);
};

describe('an operation that the target does not have', () => {
  test.each([404, 405, 501])('is told by %i', (status) => {
    expect(told(patch(status))).toBe(`not offered: PATCH answers ${status}`);
    expect(told({ about: { operation: 'deploy' }, status })).toBe(
      `not offered: the deploy answers ${status}`,
    );
    expect(told({ about: { operation: 'list' }, status }, [])).toBe(
      `not offered: the list answers ${status}`,
    );
  });

  test('is neither kept nor broken, and its refusal says nothing of others', () => {
    const evidence = evidenceOf({ ...patch(404), text: 'no such route' }, { earlier: [CREATED] });
    const reason = 'not offered: PATCH answers 404';
    expect(judge({ kind: 'status', in: [200] }, evidence)).toEqual({ outcome: 'unjudged', reason });
    expect(judge({ kind: 'json' }, evidence)).toEqual({ outcome: 'unjudged', reason });
    expect(judge({ kind: 'answered' }, evidence).outcome).toBe('held');
    expect(judge({ kind: 'secret-kept' }, evidence).outcome).toBe('held');
  });
});

describe('an operation that the target has', () => {
  test.each<[string, Example, readonly Example[]]>([
    ['breaks down', patch(500), [CREATED]],
    ['refuses', patch(400), [CREATED]],
    ['knows no such action any more', patch(404), [CREATED, { about: { operation: 'delete' }, status: 204 }]],
    ['lost the action', patch(404), [CREATED, { about: { operation: 'read' }, status: 404 }]],
    ['knows no such action', patch(404), []],
    ['did it before', patch(404), [CREATED, patch(200)]],
    ['is asked without a token', { about: { operation: 'list', credentials: 'none' }, status: 404 }, []],
    ['is the create', { status: 404 }, []],
  ])('and that %s', (_, example, earlier) => {
    expect(told(example, earlier)).toBeUndefined();
  });

  test('is held to the 404 that is expected of it', () => {
    const evidence = evidenceOf(patch(404), { earlier: [CREATED] });
    expect(judge({ kind: 'status', in: [404] }, evidence).outcome).toBe('held');
  });
});
