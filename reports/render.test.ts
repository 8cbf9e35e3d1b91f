import { expect, test } from 'vitest';
import { exampleReport } from './example-report.ts';
import { formats } from './render.ts';

const all = Object.entries(formats);

test.each(all)('%s is the same bytes for the same report', (_, { render }) => {
  expect(render(exampleReport())).toBe(render(exampleReport()));
});

/** A badge is a word, and tells nothing else. */
const telling = all.filter(([name]) => name !== 'badge');

test.each(telling)('%s tells the target and the seed', (_, { render }) => {
  const text = render(exampleReport({ seed: 987_654, reproduce: 'run --seed 987654' }));
  expect(text).toContain('127.0.0.1:4010');
  expect(text).toContain('987654');
});

// An archive of exchanges knows no requirements.
test.each(telling.filter(([name]) => name !== 'har'))('%s tells the broken requirement', (_, { render }) => {
  expect(render(exampleReport())).toContain('request.name.required');
});

test.each(all)('%s stands an empty report', (_, { render }) => {
  const empty = exampleReport({
    requirements: [],
    cases: [],
    exchanges: [],
    waivers: [],
    drift: { undocumented: [], unseen: [] },
  });
  expect(render(empty)).not.toContain('undefined');
});

test('no two formats share a file', () => {
  expect(new Set(all.map(([, { file }]) => file)).size).toBe(all.length);
});
