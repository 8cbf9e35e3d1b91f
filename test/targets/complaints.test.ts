import { describe, expect, test } from 'vitest';

import type { Report } from '../../verdicts/report.ts';
import { complaintsAbout, disorder, notLookedAt } from './complaints.ts';
import type { Said, ThirdParty } from './third-party.ts';
import type { Tried } from './trial.ts';

const MUST = { 'not-exercised': 1, unobserved: 2, passed: 6, waived: 0, warned: 0, failed: 2, errored: 0 };

/** As much of a report as anybody here looks at. */
const report = {
  summary: '2 of 10 judged MUSTs failed; 1 could not be judged',
  counts: { MUST },
  requests: { total: 100, cleanup: 30 },
  actions: { created: 10, deleted: 10, leftOver: 0 },
  requirements: [
    { id: 'request.name.echo', verdict: 'failed', findings: [{ message: '/name is another' }] },
    { id: 'http.answered', verdict: 'passed', findings: [] },
  ],
  diagnosis: [{ id: 'same-answer', cause: 'It answers every create with the same body.' }],
} as unknown as Report;

const says: Said = {
  care: 'validates',
  exitCode: 1,
  causes: ['same-answer'],
  notCauses: ['refuses-nothing'],
  breaks: ['request.*.echo'],
};

const tried = (judged: Partial<Tried['judged']> = {}, said: Partial<Said> = {}): Tried => ({
  server: { title: 'A server', says: { ...says, ...said } } as ThirdParty,
  judged: { exitCode: 1, seconds: 5, stderr: '', report, ...judged },
});

const reporting = (more: object): Tried => tried({ report: { ...report, ...more } });

const breaking = (id: string): Tried =>
  reporting({ requirements: [{ id, verdict: 'warned', findings: [{ message: 'it is wrong' }] }] });

test('there is no complaint where a report says what a person says', () => {
  expect(complaintsAbout(tried())).toEqual([]);
  expect(notLookedAt(tried())).toEqual([]);
});

test.each<[string, Tried, string]>([
  ['another exit code', tried({ exitCode: 0 }), 'ended with 0 instead of 1'],
  ['a run that is killed', tried({ exitCode: null }), 'ended with a signal instead of 1'],
  ['a long run', tried({ seconds: 31 }), 'took 31 s'],
  ['a long wait for builds', tried({ seconds: 101 }, { endlessBuilds: true }), 'took 101 s'],
  ['many requests', reporting({ requests: { total: 501, cleanup: 0 } }), 'sent 501 requests'],
  [
    'cleaning up in vain',
    reporting({ actions: { created: 10, deleted: 4, leftOver: 6 } }),
    'spent 22 of 100 requests on what cannot be cleaned up',
  ],
  [
    'a summary of the judged alone',
    reporting({ summary: '2 of 11 MUSTs failed' }),
    'does not say judged of all: 2 of 11 MUSTs failed',
  ],
  ['a cause that is not told', reporting({ diagnosis: [] }), 'does not tell the cause same-answer'],
  [
    'a cause that is wrong',
    reporting({ diagnosis: [...report.diagnosis, { id: 'refuses-nothing', cause: '' }] }),
    'wrongly tells the cause refuses-nothing',
  ],
  ['a false finding', breaking('http.answered'), 'says that it breaks http.answered: it is wrong'],
])('complains about %s', (_, trial, complaint) => {
  expect(complaintsAbout(trial)).toEqual([complaint]);
});

test('complains about a run without a report, with what it said instead', () => {
  const { judged, server } = tried({ stderr: 'nobody there\nat all' });
  const { report: _, ...without } = judged;
  expect(complaintsAbout({ server, judged: without })).toEqual(['left no report: nobody there']);
});

test('a finding of a requirement that came later is told, and is no complaint', () => {
  const later = breaking('http.not-yet-thought-of');
  expect(complaintsAbout(later)).toEqual([]);
  expect(notLookedAt(later)).toEqual(['http.not-yet-thought-of']);
});

describe('the order of badness', () => {
  const failing = (failed: number): { report: Report } =>
    reporting({ counts: { MUST: { ...MUST, failed } } }).judged as { report: Report };
  const careless = { care: 'refuses nothing' } as const;

  test('holds where whoever validates fails less', () => {
    expect(disorder([tried(failing(2)), tried(failing(3), careless)])).toEqual([]);
  });

  test('is upset by a careless server that looks as good', () => {
    expect(disorder([tried(failing(2)), tried(failing(2), careless)])).toEqual([
      'A server (refuses nothing) looks no worse than A server',
    ]);
  });
});
