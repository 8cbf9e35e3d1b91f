import { describe, expect, it } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import { select } from './select.ts';

const idsFor = (...globs: readonly string[]): readonly string[] => select(globs).map(({ id }) => id);

describe('--only', () => {
  it('names everything when it names nothing', () => {
    expect(select([])).toHaveLength(catalogue.length);
  });

  it('takes ids and globs, in the order of the catalogue', () => {
    expect(idsFor('request.name.type', 'auth.token.*')).toEqual([
      'auth.token.malformed',
      'auth.token.foreign',
      'auth.token.expired',
      'auth.token.unsigned',
      'auth.token.algorithm',
      'auth.token.tampered',
      'request.name.type',
    ]);
  });

  it('leaves out what a glob with ! matches', () => {
    expect(idsFor('request.name.*', '!*.echo', '!*.repeated')).toEqual([
      'request.name.required',
      'request.name.type',
    ]);
    expect(idsFor('!answer.*')).not.toContain('answer.http.status');
    expect(idsFor('!answer.*')).toContain('http.method');
  });

  it('refuses a glob that matches nothing, and a choice of nothing', () => {
    expect(() => select(['request.nmae.*'])).toThrow('no requirement matches request.nmae.*');
    expect(() => select(['!request.nmae.*'])).toThrow('no requirement matches request.nmae.*');
    for (const empty of ['', ' ', '!'])
      expect(() => select([empty])).toThrow('a glob of requirements is empty');
    expect(() => select(['auth.*', '!auth.*'])).toThrow('leave no requirement');
  });
});
