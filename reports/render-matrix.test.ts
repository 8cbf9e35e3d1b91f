import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';

import { matrixOf, type Matrix } from '../changes/matrix.ts';
import schema from '../changes/matrix.schema.json' with { type: 'json' };
import { VERDICTS } from '../verdicts/verdict.ts';
import { htmlMessages } from './example-html.ts';
import { exampleReport } from './example-report.ts';
import { HOSTILE } from './hostile-report.ts';
import { matrixRenderers } from './render-matrix.ts';

const isMatrix = formats.default(new Ajv2020({ allErrors: true })).compile<Matrix>(schema);

const report = exampleReport();
const elsewhere = {
  ...report,
  target: { url: `https://${HOSTILE}`, kind: 'given' },
  summary: HOSTILE,
  requirements: report.requirements.slice(1),
};
const matrix = matrixOf([report, elsewhere]);
const written = matrixRenderers['matrix.json'](matrix);

test('the JSON is what its schema describes, and holds everything in the order of the schema', () => {
  const read: unknown = JSON.parse(written);
  expect(isMatrix(read) ? [] : isMatrix.errors).toEqual([]);
  expect(read).toEqual(matrix);
  expect(Object.keys(read as object)).toEqual(Object.keys(schema.properties));
});

test.each([
  [
    'a verdict that there is none of',
    { requirements: [{ ...matrix.requirements[0], verdicts: ['ok', 'ok'] }] },
  ],
  ['something that is not described', { note: 1 }],
  ['one target alone', { targets: matrix.targets.slice(0, 1) }],
])('the schema refuses %s', (_, change) => {
  expect(isMatrix({ ...matrix, ...change })).toBe(false);
});

test('the schema knows every verdict, and that a requirement may be out of scope', () => {
  expect(schema.$defs.requirement.properties.verdicts.items.enum).toEqual([...VERDICTS, null]);
  expect(matrix.requirements[0]?.verdicts.at(1)).toBeNull();
});

test('the page is HTML, and says nothing that a target made up', async () => {
  const html = matrixRenderers['matrix.html'](matrix);
  expect(await htmlMessages(html)).toEqual([]);
  expect(html).not.toContain('<script>alert');
});

test('the summary has a row for whatever does not hold on every target', () => {
  const markdown = matrixRenderers['matrix.md'](matrix);
  const rows = markdown.split('\n').filter((line) => /^\| (?:MUST|SHOULD|MAY) /.test(line));
  const broken = matrix.requirements.filter(({ verdicts }) =>
    verdicts.some((verdict) => verdict !== null && verdict !== 'passed' && verdict !== 'unobserved'),
  );
  expect(rows).toHaveLength(broken.length);
  expect(broken.length).toBeGreaterThan(0);
});
