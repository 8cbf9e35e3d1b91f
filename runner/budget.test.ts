import { describe, expect, it } from 'vitest';

import { FakeTime } from '../driver/example-time.ts';
import type { Outgoing } from '../driver/sender.ts';
import { baseCase } from '../properties/valid/valid-case.ts';
import { sequenceCase } from '../properties/sequences.ts';
import { Budget, UNLIMITED, type Limits } from './budget.ts';
import { Ledger } from './cleanup/ledger.ts';

function setUp(limits: Partial<Limits>) {
  const [ledger, time] = [new Ledger(), new FakeTime()];
  return { ledger, time, budget: new Budget({ ...UNLIMITED, ...limits }, ledger, time) };
}

const outgoing = (operation: 'create' | 'delete' | 'read', kind: Outgoing['kind']): Outgoing => ({
  case: 'a',
  kind,
  about: { operation, credentials: 'valid', choices: [] },
  request: { method: 'GET', url: 'https://tenant.example', headers: {} },
});
const [create, read, cleanup] = [
  outgoing('create', 'create'),
  outgoing('read', 'read'),
  outgoing('delete', 'cleanup'),
];
const sameName = sequenceCase('same-name', new Set());

describe('before a case', () => {
  it('nothing stops a run without limits', () => {
    const { budget } = setUp({});
    expect(budget.reasonToStop(sameName, 1_000_000)).toBeUndefined();
    expect(budget.reasonToSkip(sameName)).toBeUndefined();
  });

  it('requests are spared for it and for its cleaning up, and for that of what is there already', () => {
    const { budget, ledger } = setUp({ maxRequests: 10 });
    expect(budget.reasonToStop(baseCase(), 8)).toBeUndefined();
    expect(budget.reasonToStop(baseCase(), 9)).toBe('the budget of 10 requests is spent');
    ledger.noteAsked('name');
    expect(budget.reasonToStop(baseCase(), 8)).toBe('the budget of 10 requests is spent');
  });

  it('creates are counted, those without an answer too', () => {
    const { budget, ledger } = setUp({ maxCreates: 2 });
    ledger.noteCreated('a', 'name');
    ledger.noteDeleted('a');
    expect(budget.reasonToStop(baseCase(), 0)).toBeUndefined();
    ledger.noteAsked('other');
    expect(budget.reasonToStop(baseCase(), 0)).toBe('the budget of 2 creates is spent (--max-creates)');
  });

  it('time runs out', () => {
    const { budget, time } = setUp({ maxTimeMs: 90_000 });
    void time.pause(89_999);
    expect(budget.reasonToStop(baseCase(), 0)).toBeUndefined();
    void time.pause(1);
    expect(budget.reasonToStop(baseCase(), 0)).toBe('the 90 s that the run may take are over (--max-time)');
  });

  it('what needs more live actions than are allowed is left out, and the rest is not', () => {
    const { budget } = setUp({ maxLive: 1 });
    expect(budget.reasonToSkip(sameName)).toBe('needs 2 live actions, allowed 1 (--max-live)');
    expect(budget.reasonToSkip(sequenceCase('life', new Set(['created-again'])))).toBeUndefined();
    expect(setUp({ maxLive: 2 }).budget.reasonToSkip(sameName)).toBeUndefined();
  });

  it('what could not be deleted takes a place', () => {
    const { budget, ledger } = setUp({ maxLive: 1 });
    ledger.noteCreated('a', 'name');
    expect(budget.leavesRoomFor(baseCase())).toBe(false);
    expect(budget.reasonToSkip(baseCase())).toMatch('could not be deleted yet');
  });
});

describe('before a request', () => {
  it('the last of the budget is kept for cleaning up', () => {
    const { budget, ledger } = setUp({ maxRequests: 10 });
    ledger.noteCreated('a', 'name');
    expect(budget.refusal(read, 8, 0)).toBeUndefined();
    expect(budget.refusal(read, 9, 0)).toBe('the budget of 10 requests is spent');
    expect(budget.refusal(cleanup, 9, 0)).toBeUndefined();
  });

  it('no create is sent beyond what may be created, or be live', () => {
    const creates = setUp({ maxCreates: 1 });
    creates.ledger.noteAsked('one');
    expect(creates.budget.refusal(create, 0, 0)).toBeUndefined();
    creates.ledger.noteCreated('a', 'one');
    creates.ledger.noteAsked('two');
    expect(creates.budget.refusal(create, 1, 0)).toMatch('1 creates');
    expect(creates.budget.refusal(read, 1, 0)).toBeUndefined();
    const live = setUp({ maxLive: 1 });
    live.ledger.noteCreated('a', 'one');
    live.ledger.noteAsked('two');
    expect(live.budget.refusal(create, 1, 0)).toMatch('--max-live');
  });

  it('nothing but cleaning up is sent, or waited for, beyond the end', () => {
    const { budget, time } = setUp({ maxTimeMs: 1000 });
    expect(budget.refusal(read, 0, time.now() + 999)).toBeUndefined();
    expect(budget.refusal(read, 0, time.now() + 1000)).toMatch('--max-time');
    expect(budget.refusal(cleanup, 0, time.now() + 1000)).toBeUndefined();
  });
});
