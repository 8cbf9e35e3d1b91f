import { describe, expect, it } from 'vitest';

import { parseShard, shardFrom } from './shard.ts';

describe('--shard', () => {
  it.each([
    ['2/4', { index: 2, count: 4 }],
    ['4', { count: 4 }],
    ['100/100', { index: 100, count: 100 }],
  ])('%s', (text, shard) => {
    expect(parseShard(text)).toEqual(shard);
  });

  it.each(['0/4', '5/4', '1/0', '1/101', 'a/b', '1/4/2', ''])('%s is refused', (text) => {
    expect(() => parseShard(text)).toThrow(/such as 1\/4/);
  });
});

describe('the part to send', () => {
  const flag = { count: 4 };

  it.each([
    ['nothing is said', undefined, {}, undefined],
    ['the flag says it all', { index: 2, count: 4 }, { JOB_COMPLETION_INDEX: '3' }, { index: 2, count: 4 }],
    [
      'an Indexed Job says which, the flag how many',
      flag,
      { JOB_COMPLETION_INDEX: '0' },
      { index: 1, count: 4 },
    ],
    [
      'an Indexed Job says both',
      undefined,
      { JOB_COMPLETION_INDEX: '3', JOB_COMPLETIONS: '4' },
      { index: 4, count: 4 },
    ],
    ['an Indexed Job does not say how many', undefined, { JOB_COMPLETION_INDEX: '3' }, undefined],
    ['how many is said alone', undefined, { JOB_COMPLETIONS: '4' }, undefined],
  ])('%s', (_, given, variables, shard) => {
    expect(shardFrom(given, variables)).toEqual(shard);
  });

  it.each([
    ['nothing says which', flag, {}, /does not say which part/],
    ['the index is beyond the last', flag, { JOB_COMPLETION_INDEX: '4' }, /only 4 parts/],
    ['the index is none', flag, { JOB_COMPLETION_INDEX: 'x' }, /JOB_COMPLETION_INDEX is "x"/],
    [
      'the number is none',
      undefined,
      { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '-1' },
      /JOB_COMPLETIONS is "-1"/,
    ],
  ])('%s: told', (_, given, variables, message) => {
    expect(() => shardFrom(given, variables)).toThrow(message);
  });
});
