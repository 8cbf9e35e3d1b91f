import { describe, expect, test } from 'vitest';

import {
  deploy,
  evidenceOf,
  exchangeOf,
  list,
  pathsOf,
  read,
  update,
  type Example,
} from './example-exchange.ts';
import { judge } from './judge.ts';
import { Memory } from './memory.ts';

const created: Example = { answered: { id: 'a1', code: 'old', status: 'pending' } };
const failed = (example: Example, status: number): Example => ({ ...example, status, answered: {} });

describe('what is known of an action', () => {
  const known = (...earlier: readonly Example[]) => {
    const { exchange, memory } = evidenceOf(read({}), { earlier });
    return memory.action(exchange);
  };

  test('is what its create answered, and then what its last update did', () => {
    expect(known(created)?.shown).toEqual(created.answered);
    expect(known(created, update({ code: 'new' }))?.shown).toEqual({ code: 'new' });
  });

  test('is not changed by an update or a deploy that is refused', () => {
    expect(known(created, failed(update({}), 400))).toEqual(known(created));
    expect(known(created, failed(deploy({}), 400))).toEqual(known(created));
  });

  test.each<[string, Example]>([
    ['an update that broke down', failed(update({}), 500)],
    ['an update without an answer', { ...update({}), trouble: { kind: 'timeout', message: 'late' } }],
    ['an update that a gateway answered', { ...update({}), trouble: { kind: 'intermediary', message: '' } }],
  ])('is lost by %s, and so nothing is alleged of a read after it', (_, example) => {
    expect(known(created, example)?.shown).toBeUndefined();
    const evidence = evidenceOf(read({ code: 'new' }), { earlier: [created, example] });
    expect(judge({ kind: 'reads-back', properties: ['code'] }, evidence)).toMatchObject({
      outcome: 'unjudged',
    });
  });

  test('is its status since it last changed', () => {
    expect(known(created, read({ status: 'built' }))?.status).toBe('built');
    expect(known(created, read({ status: 'built' }), update({ code: 'new' }))?.status).toBeUndefined();
  });

  test('is nothing of an action by the same id on another server', () => {
    const { memory } = evidenceOf(read({}), { earlier: [created] });
    const { request, ...rest } = exchangeOf(read({}));
    const elsewhere = {
      ...rest,
      request: { ...request, url: 'https://other.example/api/v2/actions/actions/a1' },
    };
    expect(memory.action(elsewhere)).toBeUndefined();
  });
});

describe('the actions of a list', () => {
  const shape = {
    kind: 'conforms',
    to: 'action',
    place: { schema: 'action', at: '/properties/code', keywords: ['type'] },
  } as const;
  const listed = list({ actions: [{ id: 'foreign', code: 1 }, { id: 'a1', code: 2 }, { code: 3 }] });

  test('are judged where the run created them, or nobody can tell', () => {
    expect(pathsOf(judge(shape, evidenceOf(listed, { earlier: [created] })))).toEqual([
      '/actions/1/code',
      '/actions/2/code',
    ]);
  });

  test('are all judged in a recording', () => {
    const evidence = { ...evidenceOf(listed), memory: new Memory({ isRecording: true }) };
    expect(pathsOf(judge(shape, evidence))).toHaveLength(3);
  });
});

describe('the id of a version', () => {
  const judged = (example: Example, ...earlier: readonly Example[]) =>
    pathsOf(judge({ kind: 'new-version-id' }, evidenceOf(example, { earlier })));
  const version = (number: number) => deploy({ id: 'v1', number });

  test('may come again where the same version is deployed or read again', () => {
    expect(judged(version(1), created, version(1))).toEqual([]);
    expect(judged(read({ deployed_version: { id: 'v1', number: 1 } }), created, version(1))).toEqual([]);
  });

  test('may not come again with another number, in another action, or be the id of the action', () => {
    expect(judged(version(2), created, version(1))).toEqual(['/id']);
    const other: Example = { answered: { id: 'a2', deployed_version: { id: 'v1' } } };
    expect(judged(other, created, version(1))).toEqual(['/deployed_version/id']);
    expect(judged(deploy({ id: 'a1' }), created)).toEqual(['/id']);
  });
});

describe('whether all is deployed', () => {
  const judged = (value: boolean, example: Example, ...earlier: readonly Example[]) =>
    judge({ kind: 'completeness', value }, evidenceOf(example, { earlier }));
  const live = deploy({ id: 'v1', code: 'old' });
  const flag = (all: boolean) => read({ all_changes_deployed: all });

  test('is certain after a deploy, and after an update of the code', () => {
    expect(pathsOf(judged(true, flag(false), created, live))).toEqual(['/all_changes_deployed']);
    expect(
      pathsOf(judged(false, update({ code: 'new', all_changes_deployed: true }), created, live)),
    ).toEqual(['/all_changes_deployed']);
  });

  // What an update changed besides the code, or whether anything, nobody told.
  test.each([true, false])('is not certain after an update that keeps the code: %s', (all) => {
    const same = update({ code: 'old', all_changes_deployed: all });
    for (const value of [true, false]) {
      expect(judged(value, same, created, live)).toEqual({ outcome: 'held', observed: false });
      expect(judged(value, flag(all), created, live, update({ code: 'old' }))).toEqual({
        outcome: 'held',
        observed: false,
      });
    }
  });

  test('is not certain after a deploy that got no answer', () => {
    const lost = failed(deploy({}), 500);
    for (const value of [true, false])
      expect(judged(value, flag(false), created, lost)).toEqual({ outcome: 'held', observed: false });
  });
});
