import type { Example } from './example.ts';
import { reportOf, sentAction } from './report-parts.ts';
import { faulty, honest, refusal } from './told.ts';

/** How a target may refuse, fail or not answer at all. */
export const refusalsExamples: readonly Example[] = [
  {
    rule: 'foreign-errors',
    faulty: reportOf(
      [1, 2, 3].map((each) =>
        refusal({ type: 'about:blank', title: 'Bad' }, each === 3 ? [['error.envelope', '']] : []),
      ),
    ),
    says: /3 of 3 have `type` and `title` and no `statusCode`, `error` and `message`/,
    explains: ['error.envelope'],
    unlucky: reportOf([
      faulty('/code', 400),
      faulty('/deploy', 400),
      faulty('/runtime', 400),
      refusal({ title: 'Bad' }, [['error.envelope', '']]),
    ]),
  },
  {
    rule: 'foreign-errors',
    faulty: reportOf(
      [1, 2, 3].map((each) => refusal(undefined, each === 3 ? [['error.http.json', '']] : [], '')),
    ),
    says: /3 of 3 have no body/,
    explains: ['error.http.json'],
    unlucky: reportOf([refusal(undefined, [['error.http.json', '']], '<html>')]),
  },
  {
    rule: 'fails-itself',
    faulty: reportOf([
      faulty('/name', 500, [['request.name.type']]),
      faulty('/code', 500, [['request.code.type']]),
    ]),
    says: /2 requests were answered with 500/,
    explains: ['request.name.type', 'request.code.type'],
    unlucky: reportOf([
      faulty('/name', 500, [['request.name.type']]),
      faulty('/code', 201, [['request.code.type']]),
    ]),
  },
  {
    rule: 'refuses-everything',
    faulty: reportOf([...honest, { sent: sentAction('a'), status: 400, breaks: [['request.body.base']] }], {
      'request.name.type': 'the target refuses even the smallest valid body',
    }),
    says: /refuses the smallest valid body with 400/,
    explains: ['request.body.base', 'request.name.type'],
    unlucky: reportOf(
      [...honest, { sent: sentAction('a'), status: 400, breaks: [['request.body.sampled']] }],
      {
        'request.name.type': 'the run was interrupted',
      },
    ),
  },
  {
    rule: 'refuses-everything',
    faulty: reportOf([{ sent: sentAction('a'), status: 404, breaks: [['request.body.base']] }], {
      'request.name.type': 'the target refuses even the smallest valid body',
    }),
    says: /refuses every create: a valid one was answered with 404/,
    explains: ['request.body.base', 'request.name.type'],
    unlucky: reportOf([...honest, { sent: sentAction('a'), status: 404, breaks: [['request.body.base']] }]),
  },
  ...(
    [
      ['intermediary', 'intermediary', /Something before it answered in its place, on 2 requests: a page/],
      [
        'broken-off',
        'closes-connection',
        /closes the connection instead of answering, on 2 requests: a page/,
      ],
      ['timeout', 'keeps-silent', /does not answer in time, on 2 requests: a page/],
      ['died', 'dies', /died while it was answering a request, on 2 requests: a page/],
      ['invalid-answer', 'invalid-http', /answers what is no HTTP, on 2 requests: a page/],
      ['rate-limited', 'rate-limited', /rate limit kept requests from being answered, on 2 requests: a page/],
    ] as const
  ).map(([kind, rule, says]): Example => ({
    rule,
    faulty: reportOf(
      [{ trouble: { kind, message: 'a page' } }, { trouble: { kind, message: 'a page' } }],
      { 'request.name.type': '2 exchanges that should have shown it got no answer: a page' },
      2,
    ),
    says,
    explains: ['request.name.type'],
    unlucky: reportOf([{ trouble: { kind, message: 'a page' } }], {
      'request.name.type': 'the run was interrupted',
    }),
  })),
];
