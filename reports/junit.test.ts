import { parse } from 'junit2json';
import { expect, test } from 'vitest';
import { exampleReport } from './example-report.ts';
import { HOSTILE, withEveryString } from './hostile-report.ts';
import { renderJunit } from './junit.ts';
import { everyElement, readXml } from './read-xml.ts';
import { visible } from './visible.ts';

const tree = readXml(renderJunit(exampleReport()));
const testcases = everyElement(tree, 'testcase');

function outcomeOf(id: string): readonly string[] {
  const found = testcases.filter(({ attributes }) => attributes['name']?.includes(` ${id}:`));
  return found.flatMap(({ children }) => children.map(({ name }) => name));
}

test('there is a suite an area and a case a requirement', () => {
  expect(everyElement(tree, 'testsuite').map(({ attributes }) => attributes['name'])).toContain(
    'request.name',
  );
  const { requirements, interactions } = exampleReport();
  expect(testcases).toHaveLength(requirements.length + interactions.length);
});

test('there is a case an interaction of a pact', () => {
  const played = testcases.filter(({ attributes }) => attributes['classname']?.startsWith('pact.'));
  expect(played.map(({ attributes, children }) => [attributes['classname'], children[0]?.name])).toEqual([
    ['pact.deploy-tool', undefined],
    ['pact.deploy-tool', 'failure'],
    ['pact.sdk', 'skipped'],
  ]);
});

test.each([
  ['auth.none', []],
  ['request.name.required', ['failure']],
  ['request.name.repeated', ['system-out']],
  ['http.content-type', ['system-out']],
  ['lifecycle.deploy', ['skipped']],
  ['answer.times', ['error']],
])('%s becomes %j', (id, outcome) => {
  expect(outcomeOf(id)).toEqual(outcome);
});

test('a failure says what was expected, which fault showed it and how to see it again', () => {
  const [failure] = everyElement(tree, 'failure');
  expect(failure?.attributes['message']).toContain('answered with 201');
  expect(failure?.text).toMatch(
    /expected: 400 to 499\nobserved: 201\nfault: .*\/name missing[^\n]*\nrepeat: .*curl/,
  );
});

test('what warned, what was waived and what held unobserved says so, though it passes', () => {
  const words = everyElement(tree, 'system-out').map(({ text }) => text.split(':')[0]);
  expect(words).toEqual(['waived', 'warned', 'held, unobserved']);
});

test('the counts of the whole and of the suites agree with what is inside', () => {
  for (const element of [tree, ...everyElement(tree, 'testsuite')]) {
    const count = (name: string) => String(everyElement(element, name).length);
    expect(element.attributes).toMatchObject({
      tests: count('testcase'),
      failures: count('failure'),
      errors: count('error'),
      skipped: count('skipped'),
    });
  }
});

test('each suite says what was judged, and times are seconds', () => {
  const [suite] = everyElement(tree, 'testsuite');
  const properties = suite ? everyElement(suite, 'property').map(({ attributes }) => attributes) : [];
  expect(properties).toEqual([
    { name: 'target', value: 'http://127.0.0.1:4010' },
    { name: 'seed', value: '42' },
    { name: 'depth', value: 'standard' },
  ]);
  expect(tree.attributes['time']).toBe('83.400');
});

test('nothing that a target sends makes it anything but XML, or adds an element', () => {
  const attacked = readXml(renderJunit(withEveryString(exampleReport(), HOSTILE)));
  const names = (element: typeof tree): readonly string[] => [
    element.name,
    ...element.children.flatMap(names),
  ];
  expect(names(attacked)).toEqual(names(tree));
  // Made visible, but not a letter of it lost.
  expect(everyElement(attacked, 'failure')[0]?.attributes['message']).toContain(visible(HOSTILE));
});

/** What a consumer of JUnit makes of the cases of a report. */
async function consumed(report = exampleReport()): Promise<readonly string[]> {
  const suites = await parse(renderJunit(report));
  if (!suites || !('testsuite' in suites)) throw new Error('the consumer finds no suites');
  return (suites.testsuite ?? [])
    .flatMap(({ testcase }) => testcase ?? [])
    .map(({ failure, error, skipped }) => {
      if (failure !== undefined) return 'failed';
      if (error !== undefined) return 'errored';
      return skipped === undefined ? 'passed' : 'skipped';
    });
}

test('a consumer reads the outcomes that the report has', async () => {
  const outcomes = await consumed(exampleReport({ interactions: [] }));
  expect(outcomes.toSorted()).toEqual([
    'errored',
    'failed',
    'passed',
    'passed',
    'passed',
    'passed',
    'skipped',
  ]);
});

test('whatever a target sends, a consumer reads the same', async () => {
  expect(await consumed(withEveryString(exampleReport(), HOSTILE))).toEqual(await consumed());
});
