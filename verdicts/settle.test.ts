import { describe, expect, test } from 'vitest';

import type { Judgement } from '../checks/judgement.ts';
import type { Level, Requirement } from '../contracts/requirement.ts';
import { broken, findingAt, HELD, ID, requirementOf, tallyOf, UNSEEN } from './example-account.ts';
import type { Verdict } from './verdict.ts';

const WAIVED = findingAt('/known');
const REAL = findingAt('/real');
const SILENCE: Judgement = { outcome: 'unanswered', why: 'silence' };
const CREATES: Requirement['exercisedBy'] = { kind: 'valid' };

test('a result says what was judged, where that is written and in which cases', () => {
  const { record, settled } = tallyOf('SHOULD');
  record(HELD, { case: 'c2' });
  record(HELD, { case: 'c1' });
  record(HELD, { case: 'c2' });
  expect(settled()).toEqual({
    id: ID,
    area: 'answer.action',
    level: 'SHOULD',
    title: requirementOf('SHOULD').title,
    source: { in: 'page', part: 'Response', read: '2026-11-22' },
    verdict: 'passed',
    baseline: 'passed',
    reason: 'kept by 3 exchanges',
    cases: ['c2', 'c1'],
    observations: 3,
    unanswered: 0,
    notes: [],
    causes: [],
    findings: [],
    findingsTotal: 0,
  });
});

describe('the verdict', () => {
  test.each<[Level, Verdict, string]>([
    ['MUST', 'failed', 'broken once'],
    ['SHOULD', 'warned', 'broken once'],
  ])('on a broken %s is %s, however often it was kept', (level, verdict, reason) => {
    const { record, settled } = tallyOf(level);
    record(HELD);
    record(broken(REAL));
    record(HELD);
    expect(settled()).toMatchObject({ verdict, reason, findingsTotal: 1 });
  });

  test('on a MAY is never worse than passed, and does not claim that it was kept', () => {
    const { record, settled } = tallyOf('MAY');
    record(broken(REAL));
    const { verdict, reason } = settled();
    expect(verdict).toBe('passed');
    expect(reason).not.toMatch(/^kept/);
  });

  test.each<Level>(['MUST', 'SHOULD'])('on a %s that is broken only in known ways is waived', (level) => {
    const { record, settled } = tallyOf(level);
    record(broken(WAIVED));
    record(HELD);
    expect(settled()).toMatchObject({
      verdict: 'waived',
      reason: 'broken only in ways that are known and named',
      findings: [{ waiver: 'known-one' }],
    });
  });

  test('on what is broken in known and in other ways is that of the others', () => {
    const { record, settled } = tallyOf();
    record(broken(REAL));
    record(broken(WAIVED));
    expect(settled()).toMatchObject({ verdict: 'failed', findingsTotal: 2 });
  });

  test('is errored when the suite failed, whatever else was found', () => {
    const { tally, record, settled } = tallyOf();
    record(broken(REAL));
    tally.fail(ID, 'a judge threw');
    expect(settled()).toMatchObject({
      verdict: 'errored',
      reason: 'the suite failed while judging it: a judge threw',
    });
  });

  test('on what nothing could break is held, unobserved, and says so', () => {
    const { record, settled } = tallyOf();
    record(UNSEEN);
    record(UNSEEN);
    expect(settled()).toMatchObject({
      verdict: 'unobserved',
      baseline: 'unobserved',
      observations: 0,
      reason: 'nothing contradicted it: none of 2 answers showed it',
    });
  });

  test('is observed where only what was drawn at random could have broken it, and its baseline is not', () => {
    const { record, settled } = tallyOf();
    record(UNSEEN);
    record(HELD, { phase: 'exploration' });
    expect(settled()).toMatchObject({ verdict: 'passed', baseline: 'unobserved', observations: 1 });
  });

  test('on one exchange that kept it speaks of one', () => {
    const { record, settled } = tallyOf();
    record(HELD);
    record(UNSEEN);
    expect(settled()).toMatchObject({ observations: 1, reason: 'kept by 1 exchange' });
  });

  test('on what was only told is passed, with the notes', () => {
    const { record, settled } = tallyOf('MAY');
    record({ outcome: 'told', note: 'answered with 409' });
    record({ outcome: 'told', note: 'answered with 409' });
    expect(settled()).toMatchObject({
      verdict: 'passed',
      baseline: 'passed',
      reason: 'told as information',
      notes: ['answered with 409'],
    });
  });
});

describe('a requirement that was not exercised', () => {
  test('says that nothing bears on it, or why nothing could show it', () => {
    const { tally, record, settled } = tallyOf();
    expect(settled()).toMatchObject({
      verdict: 'not-exercised',
      reason: 'no answer of this run bears on it',
      observations: 0,
    });
    tally.explain(ID, 'it needs a module');
    record({ outcome: 'unjudged', reason: 'no answer to judge: silence' });
    expect(settled()).toMatchObject({
      verdict: 'not-exercised',
      reason: 'it needs a module; no answer to judge: silence',
    });
  });

  test('names three reasons, and each once', () => {
    const { tally, settled } = tallyOf();
    for (const reason of ['one', 'two', 'one', 'three', 'four']) tally.explain(ID, reason);
    expect(settled().reason).toBe('one; two; three');
  });

  test('is not spoken for by the answers that did come where others are missing', () => {
    const { record, settled } = tallyOf('MUST', [], CREATES);
    record(HELD);
    record(SILENCE, { phase: 'exploration' });
    expect(settled()).toMatchObject({
      verdict: 'not-exercised',
      baseline: 'passed',
      unanswered: 1,
      reason: '1 exchange that should have shown it got no answer: silence',
    });
    record(SILENCE);
    expect(settled()).toMatchObject({ baseline: 'not-exercised', unanswered: 2 });
    record(broken(REAL));
    expect(settled()).toMatchObject({ verdict: 'failed', reason: 'broken once' });
  });

  test('misses no answer where it is judged in passing, by those that come', () => {
    const { record, settled } = tallyOf();
    record(SILENCE);
    expect(settled()).toMatchObject({ verdict: 'not-exercised', reason: 'no answer to judge: silence' });
    record(HELD);
    expect(settled()).toMatchObject({ verdict: 'passed', unanswered: 0 });
  });

  test('becomes exercised by a single answer that could be judged', () => {
    const { record, settled } = tallyOf();
    record({ outcome: 'unjudged', reason: 'no answer to judge: silence' });
    record(HELD);
    expect(settled()).toMatchObject({ verdict: 'passed', reason: 'kept by 1 exchange' });
  });
});
