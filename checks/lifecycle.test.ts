import { describe, expect, test } from 'vitest';

import type { Expectation, Json } from '../contracts/expectation.ts';
import { evidenceOf, findingsOf, type Example } from './example-exchange.ts';
import { judge } from './judge.ts';

const HELD = { outcome: 'held', observed: true };
const CREATED: Example = { answered: { id: 'a1', name: 'n', code: 'c' } };
const REFUSED: Example = { status: 400, answered: { statusCode: 400, message: 'no' } };
const read = (answered: Json): Example => ({ about: { operation: 'read' }, status: 200, answered });
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
        message: 'a second action got the id of the first',
        path: '/id',
        kind: 'repeated',
        expected: 'another id than "a1"',
        actual: '"a1"',
      },
    ]);
  });

  test.each<[string, readonly Example[]]>([
    ['the first create was refused', [CREATED, REFUSED]],
    ['the second create was refused', [REFUSED, CREATED]],
    ['there was no first create', [CREATED]],
  ])('cannot be judged where %s', (_, examples) => {
    expect(judged(...examples)).toEqual({
      outcome: 'unjudged',
      reason: 'one of the two creates answered no `id`',
    });
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
      message: `\`${property}\` reads differently from the create's answer`,
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
    after(earlier, read(answered), { kind: 'listed' });

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

  const paged = (answered: Json) => after([], read(answered), { kind: 'paged', perPage: 1 });

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

  const left = (answered: Json) => after([], read(answered), { kind: 'nothing-left' });

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
