import { expect, test } from 'vitest';
import { exampleReport } from './example-report.ts';
import { renderers } from './render.ts';

test.each(Object.entries(renderers))('%s is the same bytes for the same report', (_, render) => {
  expect(render(exampleReport())).toBe(render(exampleReport()));
});

test.each(Object.entries(renderers))(
  '%s tells the target, the seed and the broken requirement',
  (_, render) => {
    const text = render(exampleReport({ seed: 987_654 }));
    expect(text).toContain('127.0.0.1:4010');
    expect(text).toContain('987654');
    expect(text).toContain('request.name.required');
  },
);

test.each(Object.entries(renderers))('%s stands an empty report', (_, render) => {
  const empty = exampleReport({ requirements: [], cases: [], exchanges: [], waivers: [] });
  expect(render(empty)).not.toContain('undefined');
});
