import { describe, expect, test } from 'vitest';

import type { Expectation } from '../contracts/expectation.ts';
import type { Missing } from '../driver/exchange.ts';
import { evidenceOf, type Example } from './example-exchange.ts';
import type { Evidence } from './judgement.ts';
import { judgeKept, judgeRecorded } from './recorded.ts';

function recordedWith(example: Example, missing: Missing = {}): Evidence {
  const evidence = evidenceOf(example);
  return { ...evidence, exchange: { ...evidence.exchange, recorded: { file: 'a.har', entry: 1, missing } } };
}

const ACCEPTED: Expectation = { kind: 'accepted' };
const REJECTED: Expectation = { kind: 'rejected' };
const JSON_FORM: Expectation = { kind: 'json' };
const ECHO: Expectation = { kind: 'echo', property: 'name', in: '/name' };
const fault = { at: '/name', operator: 'missing', keyword: 'required' } as const;

describe('what nobody knows who did not send it', () => {
  test.each([
    ['a refused create', ACCEPTED, { status: 409 }],
    ['a create that met an error', ACCEPTED, { status: 503 }],
    ['a refusal without a twin', REJECTED, { status: 400, about: { fault } }],
    ['a refusal for another reason', { kind: 'names-fault' }, { status: 404, about: { fault } }],
    [
      'a delete that was refused',
      { kind: 'status', in: [204] },
      { status: 400, about: { operation: 'delete' } },
    ],
    [
      'a read that found nothing',
      { kind: 'status', in: [200] },
      { status: 404, about: { operation: 'read' } },
    ],
  ] as const)('%s is unjudged', (_, expectation, example) => {
    expect(judgeRecorded(expectation, recordedWith(example))).toMatchObject({ outcome: 'unjudged' });
  });

  test.each([
    ['an accepted create', ACCEPTED, { status: 201 }, 'held'],
    ['an invalid create that was accepted', REJECTED, { status: 201, about: { fault } }, 'broken'],
    [
      'an invalid body refused with 422',
      { kind: 'status', in: [400] },
      { status: 422, about: { fault } },
      'broken',
    ],
  ] as const)('%s is judged', (_, expectation, example, outcome) => {
    expect(judgeRecorded(expectation, recordedWith(example))).toMatchObject({ outcome });
  });
});

describe('what was not kept', () => {
  const bare = { answered: { name: 'a' }, headers: {} };
  test.each([
    ['answer-body', JSON_FORM, bare, 'the body of the answer was not kept'],
    ['answer-body', ECHO, { ...bare, sent: { name: 'b' } }, 'the body of the answer was not kept'],
    ['request-body', ECHO, { ...bare, sent: { name: 'b' } }, 'the body of the request was not kept'],
    ['answer-headers', JSON_FORM, bare, 'the headers of the answer were not kept'],
    ['bytes', JSON_FORM, bare, 'the answer was kept as text, in which bytes were replaced'],
  ] as const)('%s leaves %o unjudged', (lack, expectation, example, reason) => {
    expect(judgeKept(expectation, recordedWith(example, { [lack]: '' }))).toEqual({
      outcome: 'unjudged',
      reason,
    });
  });

  test('the status is judged all the same', () => {
    const evidence = recordedWith({ status: 200 }, { 'answer-body': '', 'request-body': '' });
    expect(judgeKept({ kind: 'status', in: [201] }, evidence)).toMatchObject({ outcome: 'broken' });
  });

  test('a content type that is there counts, though other headers were removed', () => {
    const html = { answered: { name: 'a' }, headers: { 'content-type': 'text/html' } };
    expect(judgeKept(JSON_FORM, recordedWith(html, { 'answer-headers': '' }))).toMatchObject({
      outcome: 'broken',
    });
  });
});

test.each([
  [[{ id: 'a', name: 'x' }], 'held'],
  [[], 'unjudged'],
])('a list after a create with %o in it: a deletion need not be recorded', (actions, outcome) => {
  const list: Example = { about: { operation: 'list' }, status: 200, answered: { actions } };
  const evidence = evidenceOf(list, { earlier: [{ answered: { id: 'a' } }] });
  expect(judgeRecorded({ kind: 'listed' }, evidence)).toMatchObject({ outcome });
});

describe('what was scrubbed', () => {
  test.each(['[REDACTED]', '***', 'xxxxxxxx', '<ACTION_NAME>', '{{name}}', 'FILTERED', 'a [redacted] name'])(
    'does not count against the target: %s',
    (name) => {
      const scrubbed = recordedWith({ sent: { name: 'mine' }, answered: { name } });
      expect(judgeRecorded(ECHO, scrubbed)).toEqual({
        outcome: 'unjudged',
        reason: 'the recording has it scrubbed',
      });
    },
  );

  test.each(['yours', 'Maximal', 'x', 'filtered coffee', '<b>'])('%s is no scrubbed name', (name) => {
    const other = recordedWith({ sent: { name: 'mine' }, answered: { name } });
    expect(judgeRecorded(ECHO, other)).toMatchObject({ outcome: 'broken' });
  });
});
