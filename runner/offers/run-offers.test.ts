import { describe, expect, test } from 'vitest';

import { catalogue } from '../../contracts/catalogue.ts';
import type { Operation } from '../../contracts/exercise.ts';
import { answerRefusal, answering } from '../../fixtures/mutants/answering.ts';
import type { Wrap } from '../../fixtures/mutants/mutant.ts';
import { idsWith, resultOf, runAgainst } from '../example-run.ts';
import { rejudge } from '../rejudge.ts';
import { buildsOn } from './builds-on.ts';

const requirements = catalogue.filter(({ id }) => /^(?:lifecycle|error|http)\./.test(id));

/** Answers some operations in the place of the tenant. */
const instead = (operations: readonly string[], answer: (request: Request) => Response): Wrap =>
  answering(({ request, route }) => (operations.includes(route) ? answer(request) : undefined));

const pathOf = ({ url }: Request): string => new URL(url).pathname;

const prism = (status: number, name: string): Response =>
  Response.json(
    { type: `https://stoplight.io/prism/errors#${name}`, title: 'Not possible', status, detail: '' },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

const LAX: readonly (readonly [string, number, (request: Request) => Response])[] = [
  ['plain text', 404, () => new Response('404 page not found', { status: 404 })],
  ['nothing', 404, () => new Response(null, { status: 404 })],
  ['an empty object, as json-server does', 404, () => Response.json({}, { status: 404 })],
  [
    'a page of Express',
    404,
    (request) =>
      new Response(`<pre>Cannot ${request.method} ${pathOf(request)}</pre>`, {
        status: 404,
        headers: { 'content-type': 'text/html' },
      }),
  ],
  ['what the API says of unknown paths', 404, () => answerRefusal(404, 'Not Found', 'Not Found')],
  ["Prism's problem", 404, () => prism(404, 'NO_PATH_MATCHED_ERROR')],
  ["Prism's problem", 405, () => prism(405, 'NO_METHOD_MATCHED_ERROR')],
  ['plain text', 405, () => new Response('Method Not Allowed', { status: 405 })],
  ["the API's own form", 405, () => answerRefusal(405, 'Method Not Allowed', 'No such method.')],
  ['plain text', 501, () => new Response('Not Implemented', { status: 501 })],
];

const SOME = LAX.filter((_, index) => index % 2 === 0);

const OPERATIONS: readonly (readonly [Operation, string])[] = [
  ['update', 'PATCH'],
  ['deploy', 'the deploy'],
  ['list', 'the list'],
  ['delete', 'DELETE'],
  ['read', 'GET of an action'],
];

const facts = { suite: { name: 'actions-conformance', version: '0.0.0' }, reproduce: '', startedAt: 0 };

describe.each(OPERATIONS)('a target without %s', (operation, words) => {
  test.each(operation === 'update' ? LAX : SOME)(
    'that answers with %s (%i) is told once, and nothing is alleged',
    async (_, status, answer) => {
      const { report } = await runAgainst(
        { wrap: instead([operation], answer) },
        { depth: 'standard', requirements },
      );
      const reason = `not offered: ${words} answers ${status}`;
      expect(idsWith(report, 'failed', 'warned', 'errored')).toEqual([]);
      const lacking = requirements.filter(({ exercisedBy }) => buildsOn(exercisedBy).includes(operation));
      expect(lacking.length).toBeGreaterThan(2);
      const unseen = lacking.filter(({ id }) => resultOf(report, id).verdict === 'not-exercised');
      expect(unseen.map(({ id }) => resultOf(report, id).reason)).toEqual(unseen.map(() => reason));
      // The others are shown by answers to other operations, too.
      expect(lacking.filter((each) => each.alsoOn === undefined && !unseen.includes(each))).toEqual([]);
      expect(report.diagnosis.map(({ id }) => id).filter((id) => id !== 'no-limited-token')).toEqual([
        'not-offered',
      ]);
      expect(report.diagnosis[0]?.cause).toBe(`It does not offer everything: ${words} answers ${status}.`);
      expect(rejudge(report, requirements, facts).rejudged?.changes).toEqual([]);
    },
  );
});

test('a target that creates and does nothing else lacks all the rest', async () => {
  const wrap: Wrap = (honest) => async (request) =>
    request.method === 'POST' && /\/(?:actions\/actions|oauth\/token)$/.test(pathOf(request))
      ? await honest(request)
      : new Response('no such route', { status: 404 });
  const { report } = await runAgainst({ wrap }, { depth: 'standard', requirements });
  expect(idsWith(report, 'failed').filter((id) => id.startsWith('lifecycle.'))).toEqual([]);
  for (const [operation, words] of OPERATIONS) {
    const { reason } = resultOf(
      report,
      `lifecycle.${operation === 'read' ? 'read.found' : `${operation}.status`}`,
    );
    expect(reason).toBe(`not offered: ${words} answers 404`);
  }
});

test('what is drawn at random alleges nothing of an operation that is missing, either', async () => {
  const wrap = instead(['update'], () => new Response('no such route', { status: 404 }));
  const { report } = await runAgainst({ wrap }, { depth: 'standard', requirements, explore: 300 });
  expect(report.phases.lifecycle.requests).toBeGreaterThan(10);
  expect(report.exchanges.some(({ about }) => about.operation === 'update')).toBe(true);
  expect(idsWith(report, 'failed', 'warned')).toEqual([]);
});

describe('a target that has the operation', () => {
  const unknown = (): Response => answerRefusal(404, 'Not Found', 'That action does not exist.');

  test.each<[string, Wrap, readonly string[]]>([
    ['knows no action to update', instead(['update'], unknown), ['lifecycle.update.status']],
    ['knows no action to deploy', instead(['deploy'], unknown), ['lifecycle.deploy.accepted']],
    ['knows no action to delete', instead(['delete'], unknown), ['lifecycle.delete.status']],
    ['knows no action to read', instead(['read'], unknown), ['lifecycle.read.found']],
    [
      'says so in words of its own, having forgotten everything',
      answering(({ route }) =>
        route === 'list'
          ? Response.json({ total: 0, page: 0, per_page: 1, actions: [] })
          : ['read', 'update', 'deploy', 'delete'].includes(route)
            ? Response.json({ error: 'no such action' }, { status: 404 })
            : undefined,
      ),
      ['lifecycle.read.found', 'lifecycle.list.found', 'lifecycle.update.status'],
    ],
    [
      'refuses without reason',
      instead(['update'], () => answerRefusal(403, 'Forbidden', 'No.')),
      ['lifecycle.update.status'],
    ],
    [
      'breaks down',
      instead(['update'], () => answerRefusal(500, 'Internal Server Error', 'Oops')),
      ['lifecycle.update.status', 'http.server-error'],
    ],
  ])('and %s is found out, and told while it runs', async (_, wrap, ids) => {
    const { report, events } = await runAgainst({ wrap }, { depth: 'standard', requirements });
    const told = events.flatMap((event) => (event.kind === 'finding' ? [event.requirement.id] : []));
    for (const id of ids) {
      expect([id, resultOf(report, id).verdict]).toEqual([id, expect.stringMatching(/^(?:failed|warned)$/)]);
      expect(told).toContain(id);
    }
    expect(report.requirements.filter(({ reason }) => reason.startsWith('not offered'))).toEqual([]);
    const again = rejudge(report, requirements, facts);
    expect(again.rejudged?.changes).toEqual([]);
  });
});

test('a secret that leaks is told wherever it is seen', async () => {
  let seen = '';
  const wrap: Wrap = answering(({ route, text }) => {
    seen = /conformance-secret-1-\w+/.exec(text)?.[0] ?? seen;
    return route === 'update' ? new Response(`no PATCH ${seen}`, { status: 501 }) : undefined;
  });
  const { report } = await runAgainst({ wrap }, { depth: 'standard' });
  const failed = idsWith(report, 'failed', 'warned');
  expect(failed.length).toBeGreaterThan(0);
  for (const id of failed) {
    expect([id, catalogue.find((each) => each.id === id)?.judgedBy.kind]).toEqual([id, 'secret-kept']);
  }
});
