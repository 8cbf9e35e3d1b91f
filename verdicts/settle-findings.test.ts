import { describe, expect, test } from 'vitest';

import { broken, findingAt, HELD, tallyOf, waiverOf } from './example-account.ts';

describe('a refusal with a valid twin', () => {
  test('counts when the twin was accepted, also when that comes later', () => {
    const { tally, record, settled } = tallyOf();
    record(HELD, { twin: 'c0' });
    tally.noteAcceptance('c0', true);
    expect(settled()).toMatchObject({ verdict: 'passed', reason: 'kept by 1 exchange' });
  });

  test.each([
    ['was refused', false],
    ['was not sent, or got no answer', undefined],
  ])('proves nothing when the twin %s', (_, accepted) => {
    const { tally, record, settled } = tallyOf();
    record(HELD, { twin: 'c0' });
    if (accepted !== undefined) tally.noteAcceptance('c0', accepted);
    expect(settled()).toMatchObject({
      verdict: 'not-exercised',
      observations: 0,
      reason: 'its refusals prove nothing: the valid body beside them was not accepted',
    });
  });

  test('that did not happen breaks the requirement, whatever became of the twin', () => {
    const { tally, record, settled } = tallyOf();
    record(broken(findingAt('status')), { twin: 'c0' });
    tally.noteAcceptance('c0', false);
    expect(settled()).toMatchObject({ verdict: 'failed', reason: 'broken once' });
  });

  test('counts beside others that do not', () => {
    const { tally, record, settled } = tallyOf();
    record(HELD, { twin: 'c0' });
    record(HELD, { twin: 'c1' });
    tally.noteAcceptance('c1', true);
    expect(settled()).toMatchObject({ verdict: 'passed', observations: 1 });
  });
});

describe('the findings that are shown', () => {
  const fault = (at: `/${string}`) => ({ at, operator: 'missing', keyword: 'required' }) as const;

  test('are one of each kind, the one with the smallest request', () => {
    const { record, settled } = tallyOf();
    for (const size of [30, 10, 20]) record(broken(findingAt('/a')), { size, exchange: `size-${size}` });
    expect(settled().findings).toMatchObject([{ path: '/a', exchange: 'size-10' }]);
    expect(settled()).toMatchObject({ findingsTotal: 3, reason: 'broken 3 times' });
  });

  test('come with the smallest request first', () => {
    const { record, settled } = tallyOf();
    record(broken(findingAt('/big')), { size: 90 });
    record(broken(findingAt('/small')), { size: 1 });
    expect(settled().findings.map(({ path }) => path)).toEqual(['/small', '/big']);
  });

  test('differ in place, in words or in the fault that was sent', () => {
    const { record, settled } = tallyOf();
    record(broken(findingAt('/a'), findingAt('/a', { message: 'in other words' }), findingAt('/b')));
    record(broken(findingAt('/a')), { fault: fault('/name') });
    record(broken(findingAt('/a')), { fault: fault('/code') });
    record(broken(findingAt('/a')), { fault: fault('/code') });
    expect(settled().findings).toHaveLength(5);
  });

  test('are five at the most, while all are counted', () => {
    const { record, settled } = tallyOf();
    for (let size = 1; size <= 8; size += 1) record(broken(findingAt(`/${size}`)), { size });
    expect(settled().findings.map(({ path }) => path)).toEqual(['/1', '/2', '/3', '/4', '/5']);
    expect(settled().findingsTotal).toBe(8);
  });

  test('show why a requirement failed, though known deviations have smaller requests', () => {
    const waivers = [1, 2, 3, 4, 5].map((number) => ({
      ...waiverOf(`w${number}`),
      path: `/known/w${number}`,
    }));
    const { record, settled } = tallyOf('MUST', waivers);
    for (const { path } of waivers) record(broken(findingAt(path)), { size: 1 });
    record(broken(findingAt('/real')), { size: 2 });
    expect(settled().verdict).toBe('failed');
    expect(settled().findings.map(({ path }) => path)).toContain('/real');
  });

  test('keep apart what is waived and what is not, though the words are the same', () => {
    const { record, settled } = tallyOf('MUST', [waiverOf('w', 'false')]);
    record(broken(findingAt('/known', { actual: 'false' })), { size: 1 });
    record(broken(findingAt('/known', { actual: '"no"' })), { size: 2 });
    expect(settled().verdict).toBe('failed');
    expect(settled().findings.map(({ actual }) => actual)).toContain('"no"');
  });
});

test('observations are exchanges, however many findings one of them shows', () => {
  const { record, settled } = tallyOf();
  record(HELD);
  record(broken(findingAt('/a'), findingAt('/b'), findingAt('/c')));
  expect(settled()).toMatchObject({ observations: 2, findingsTotal: 3 });
});
