import { describe, expect, test } from 'vitest';

import type { Expectation, Json } from '../contracts/expectation.ts';
import { evidenceOf, findingsOf, list, read, type Example } from './example-exchange.ts';
import { judge } from './judge.ts';

const HELD = { outcome: 'held', observed: true };
const CREATED: Example = { answered: { id: 'a1', name: 'n', code: 'c' } };
const REFUSED: Example = { status: 400, answered: { statusCode: 400, message: 'no' } };
const after = (earlier: readonly Example[], example: Example, expectation: Expectation) =>
  judge(expectation, evidenceOf(example, { earlier }));

describe('the id of a second action', () => {
  const judged = (...[second, ...earlier]: readonly Example[]) =>
    after(earlier, second ?? {}, { kind: 'new-id' });

  test('is another than that of the first', () => {
    expect(judged({ answered: { id: 'a2' } }, CREATED)).toEqual(HELD);
  });

  test('is not that of the first, whatever was read between', () => {
    expect(findingsOf(judged(CREATED, CREATED, read({ id: 'other' })))).toEqual([
      {
        message: 'an action has the id of an earlier action',
        path: '/id',
        kind: 'repeated',
        expected: 'an id that no other action has',
        actual: '"a1"',
      },
    ]);
  });

  test('is not that of any action before it, deleted or not', () => {
    const gone: Example = { about: { operation: 'delete' }, path: '/a1', status: 204 };
    expect(judged(CREATED, CREATED, { answered: { id: 'a2' } }, gone)).toMatchObject({ outcome: 'broken' });
  });

  test.each<[string, string, readonly Example[]]>([
    ['the first create was refused', 'no other action was created before it', [CREATED, REFUSED]],
    ['the second create was refused', 'the create answered no `id`', [REFUSED, CREATED]],
    ['there was no first create', 'no other action was created before it', [CREATED]],
  ])('cannot be judged where %s', (_, reason, examples) => {
    expect(judged(...examples)).toEqual({ outcome: 'unjudged', reason });
  });

  test('is not that of another action in the same list', () => {
    const listed = (...ids: readonly string[]) =>
      judge({ kind: 'new-id' }, evidenceOf(list({ actions: ids.map((id) => ({ id })) })));
    expect(listed('a1', 'a2')).toEqual(HELD);
    expect(findingsOf(listed('a1', 'a2', 'a1'))[0]?.path).toBe('/actions/2/id');
    expect(listed('a1')).toEqual({ outcome: 'held', observed: false });
  });
});

describe('a read of what was created', () => {
  const judged = (example: Example, earlier: readonly Example[] = [CREATED]) =>
    after(earlier, example, { kind: 'reads-back', properties: ['id', 'code', 'runtime'] });

  test('gives the same, and may give more', () => {
    expect(judged(read({ code: 'c', id: 'a1', name: 'renamed', runtime: 'node22' }))).toEqual(HELD);
  });

  test('finds each property that differs or is gone', () => {
    const wrong = (property: string, expected: string, actual: string) => ({
      message: `/${property} is another than the create or the last update answered`,
      path: `/${property}`,
      kind: 'changed',
      expected,
      actual,
    });
    expect(findingsOf(judged(read({ id: 'A1' })))).toEqual([
      wrong('id', '"a1"', '"A1"'),
      wrong('code', '"c"', 'nothing'),
    ]);
  });

  test.each<[string, Example, readonly Example[]]>([
    ['the read answers no object', { text: 'oops' }, [CREATED]],
    ['the create answered no object', read({ id: 'a1' }), [{ text: 'oops' }]],
    ['nothing was created', read({ id: 'a1' }), []],
    ['the create was refused', read({ id: 'a1' }), [REFUSED]],
  ])('cannot be judged where %s', (_, example, earlier) => {
    expect(judged(example, earlier)).toMatchObject({ outcome: 'unjudged' });
  });
});

describe('a list of actions', () => {
  const listed = (answered: Json, earlier: readonly Example[] = [CREATED]) =>
    after(earlier, list(answered), { kind: 'listed' });

  test('holds the new one among others', () => {
    expect(listed({ actions: [{ id: 'a0' }, { id: 'a1' }] })).toEqual(HELD);
  });
  test('is found without the new one', () => {
    expect(findingsOf(listed({ actions: [{ id: 'a0' }, {}, null] }))).toEqual([
      {
        message: 'the list does not hold the new action',
        path: '/actions',
        kind: 'absent',
        expected: 'an action with the id "a1"',
        actual: '["a0",null]',
      },
    ]);
  });

  test('cannot be judged without a list, or without a new action', () => {
    expect(listed({ message: 'no' })).toEqual({
      outcome: 'unjudged',
      reason: 'the list was answered with 200 and no `actions`',
    });
    expect(listed({ actions: [{ name: 'no id' }] }, [REFUSED])).toMatchObject({ outcome: 'unjudged' });
  });

  const paged = (answered: Json) => after([], list(answered), { kind: 'paged', perPage: 1 });

  test.each<[Json]>([[{ actions: [{}], per_page: 1 }], [{ actions: [], per_page: 1 }]])(
    '%j is a page of one',
    (answered) => {
      expect(paged(answered)).toEqual(HELD);
    },
  );

  test.each<[Json, string, string]>([
    [{ actions: [{}, {}], per_page: 1 }, '/actions', '2 actions, and `per_page` 1'],
    [{ actions: [{}], per_page: 50 }, '/per_page', '1 actions, and `per_page` 50'],
    [{ actions: [] }, '/per_page', '0 actions, and `per_page` nothing'],
  ])('%j is no page of one', (answered, path, actual) => {
    expect(findingsOf(paged(answered))).toEqual([
      {
        message: 'a list of 1 a page is not one',
        path,
        kind: path === '/actions' ? 'too-many' : 'other',
        expected: 'at most 1 actions, and `per_page` 1',
        actual,
      },
    ]);
  });

  const left = (answered: Json) => after([], list(answered), { kind: 'nothing-left' });

  test('holds nothing of the run once all was refused or deleted', () => {
    expect(left({ actions: [{ name: 'of somebody else' }, { name: null }] })).toEqual(HELD);
    expect(findingsOf(left({ actions: [{ name: 'x' }, { name: 'conformance-run-c7' }] }))).toEqual([
      {
        message: '1 of the refused requests left an action behind',
        path: '/actions',
        kind: 'left-behind',
        expected: 'no action named by a refused request',
        actual: '["conformance-run-c7"]',
      },
    ]);
  });

  test.each<Expectation>([{ kind: 'paged', perPage: 1 }, { kind: 'nothing-left' }])(
    'cannot be judged as $kind where there is none',
    (expectation) => {
      expect(after([], { status: 403, text: 'no' }, expectation)).toEqual({
        outcome: 'unjudged',
        reason: 'the list was answered with 403 and no `actions`',
      });
    },
  );
});
