import { describe, expect, it } from 'vitest';

import type { Fault } from '../contracts/case.ts';
import { proveFault, proveValid } from './guard.ts';
import { validBody } from './valid/body.ts';

const base = validBody(['base']);
const fault = (at: Fault['at'], operator: Fault['operator'], keyword: string): Fault => ({
  at,
  operator,
  keyword,
});

describe('the guard', () => {
  it('lets a valid body pass, and no other', () => {
    expect(() => proveValid(base)).not.toThrow();
    expect(() => proveValid({ ...base, name: 7 })).toThrow('/name must be string');
  });

  it('lets a fault pass that lies where it says', () => {
    expect(() => proveFault({ ...base, name: 7 }, fault('/name', 'wrong-type', 'type'))).not.toThrow();
  });

  it('stops a fault that is none', () => {
    expect(() => proveFault(base, fault('/name', 'wrong-type', 'type'))).toThrow('does not break `type`');
  });

  it('stops a second fault elsewhere', () => {
    const twice = { ...base, name: 7, deploy: 'yes' };
    expect(() => proveFault(twice, fault('/name', 'wrong-type', 'type'))).toThrow(
      'shows elsewhere too: /deploy',
    );
  });

  it('stops a fault of another kind than it says', () => {
    expect(() => proveFault({ ...base, name: 7 }, fault('/name', 'outside-enum', 'enum'))).toThrow('`enum`');
  });

  it('places a missing property where it should have been', () => {
    const { name: _, ...nameless } = base;
    expect(() => proveFault(nameless, fault('/name', 'missing', 'required'))).not.toThrow();
  });
});
