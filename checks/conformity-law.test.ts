import { expect, test } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import type { Expectation, Json } from '../contracts/expectation.ts';
import type { Requirement } from '../contracts/requirement.ts';
import { answerSchemas } from './answer-schemas.ts';
import { breachesOf, unbreakable, type Breach } from './example-breaches.ts';
import { judgeConformity } from './conformity.ts';
import { evidenceOf, pathsOf } from './example-exchange.ts';
import { fullValue } from './example-routes.ts';

type Conforms = Extract<Expectation, { kind: 'conforms' }>;

const rules = catalogue.flatMap(({ id, judgedBy }: Requirement): (Conforms & { id: string })[] =>
  judgedBy.kind === 'conforms' ? [{ id, ...judgedBy }] : [],
);
/** What an answer is held against: by each schema, the operation that answers so, and its rules. */
const isOfLists = ({ place }: Conforms): boolean => place.schema === 'action-list';
const rulesOn = {
  action: rules.filter((rule) => rule.to === 'action' && !isOfLists(rule)),
  'action-list': rules.filter(isOfLists),
  error: rules.filter(({ to }) => to === 'error'),
};
const ROOTS = ['action', 'action-list', 'error'] as const;
type Root = (typeof ROOTS)[number];

const answeredAs = (root: Root, answered: Json) =>
  evidenceOf({ about: { operation: root === 'action-list' ? 'list' : 'create' }, answered });
const judgedAs = (root: Root, evidence: Parameters<typeof judgeConformity>[0], place: Conforms['place']) =>
  judgeConformity(evidence, root === 'error' ? root : 'action', place);

/** Each breach with the requirements that break on it, and where they say it is. */
const outcomes = ROOTS.flatMap((to) =>
  // The actions in a list are held against what every action is.
  breachesOf(to)
    .filter(({ place }) => to !== 'action-list' || place.startsWith('action-list#'))
    .map((breach) => {
      const exchange = answeredAs(to, breach.answer);
      const broken = rulesOn[to]
        .map(({ id, place }) => ({ id, paths: pathsOf(judgedAs(to, exchange, place)) }))
        .filter(({ paths }) => paths.length > 0);
      return { ...breach, to, broken };
    }),
);

/** The requirements that answer for a keyword at a place; those on a property answer for its items too. */
const answerable = (place: string, keyword: string): readonly string[] =>
  rules
    .filter((rule) => rule.place.keywords.includes(keyword))
    .filter((rule) => `${rule.place.schema}#${rule.place.at}` === place.replace(/\/items$/, ''))
    .map(({ id }) => id);

/** A value of another type is never one of the documented values either. */
const expectedOn = ({ place, keyword, schema }: Breach): readonly string[] => [
  ...answerable(place, keyword),
  ...(keyword === 'type' && schema['enum'] !== undefined ? answerable(place, 'enum') : []),
];

test('there is a way to break every keyword of the schemas', () => {
  expect(ROOTS.flatMap(unbreakable)).toEqual([]);
});

test('every keyword at every place has one requirement that answers for it', () => {
  const shares = outcomes.map(({ place, keyword }) => [place, keyword, answerable(place, keyword).length]);
  expect(shares.filter(([, , share]) => share !== 1)).toEqual([]);
});

test.each(rules)('$id breaks on what it forbids, wherever it stands', ({ id, place }) => {
  const its = outcomes.filter((each) => answerable(each.place, each.keyword).includes(id));
  const keywords = new Set(its.map(({ keyword }) => keyword));

  // A keyword that the schema lacks could never break; only a format is looked for in case there is one.
  expect([...keywords, 'format']).toEqual(expect.arrayContaining([...place.keywords]));
  expect(keywords.size).toBeGreaterThan(0);
  for (const { at, path, broken } of its) {
    expect(broken, at).toContainEqual({ id, paths: [path] });
  }
});

test('a breach breaks no other requirement than its own', () => {
  const leaks = outcomes
    .map((each) => ({
      breach: `${each.at} ${each.keyword}`,
      broken: each.broken.map(({ id }) => id).toSorted(),
      expected: [...expectedOn(each)].toSorted(),
    }))
    .filter(({ broken, expected }) => broken.join(' ') !== expected.join(' '));
  expect(leaks).toEqual([]);
});

test.each(ROOTS)('a full %s shows every requirement, and breaks none', (to) => {
  const exchange = answeredAs(to, fullValue(answerSchemas[to]));
  const judged = rulesOn[to].map(({ id, place }) => ({ id, ...judgedAs(to, exchange, place) }));
  expect(judged).toEqual(rulesOn[to].map(({ id }) => ({ id, outcome: 'held', observed: true })));
});

test('an empty answer shows nothing but the object itself, and breaks nothing', () => {
  const exchange = evidenceOf({ answered: {} });
  const observed = rulesOn.action.filter(({ place }) => {
    const judgement = judgeConformity(exchange, 'action', place);
    expect(judgement.outcome).toBe('held');
    return judgement.outcome === 'held' && judgement.observed;
  });
  expect(observed.map(({ id }) => id)).toEqual(['answer.action.object', 'answer.action.undocumented']);
});
