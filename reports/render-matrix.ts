import type { Matrix } from '../changes/matrix.ts';
import schema from '../changes/matrix.schema.json' with { type: 'json' };
import { isHeld, VERDICTS } from '../verdicts/verdict.ts';
import { chip } from './html/chip.ts';
import { markup, nothing, type Html } from './html/markup.ts';
import { page } from './html/page.ts';
import { prose } from './html/prose.ts';
import { section } from './html/section.ts';
import { style } from './html/style.ts';
import { wide, wideStyle } from './html/wide.ts';
import { jsonText } from './json.ts';
import { code, plain, sentence, table } from './markdown-text.ts';
import { OVERALL_WORDS, VERDICT_WORDS } from './verdict-words.ts';

/** Every file that a matrix of targets is written to. */
export const matrixRenderers = {
  'matrix.json': (matrix: Matrix) => jsonText(matrix, schema),
  'matrix.html': renderMatrixHtml,
  'matrix.md': renderMatrixMarkdown,
} satisfies Record<string, (matrix: Matrix) => string>;

type Row = Matrix['requirements'][number];

const OUT_OF_SCOPE = 'not in scope';

/** The rows that somebody reads first: what does not hold on every target, the gravest first. */
function interesting({ requirements }: Matrix): readonly Row[] {
  const worst = ({ verdicts }: Row): number =>
    Math.max(...verdicts.map((verdict) => (verdict === null ? -1 : VERDICTS.indexOf(verdict))));
  return requirements
    .filter(({ verdicts }) => verdicts.some((verdict) => verdict !== null && !isHeld(verdict)))
    .toSorted((a, b) => worst(b) - worst(a));
}

function renderMatrixMarkdown(matrix: Matrix): string {
  const rows = interesting(matrix);
  const kept = matrix.requirements.length - rows.length;
  const parts = [
    `## ${matrix.targets.length} targets`,
    table(
      ['Target', 'Verdict', ''],
      matrix.targets.map(({ name, verdict, summary }) => [
        code(name),
        OVERALL_WORDS[verdict],
        plain(summary),
      ]),
    ),
    table(
      ['Requirement', ...matrix.targets.map(({ name }) => plain(name))],
      rows.map(({ id, level, verdicts }) => [
        `${level} ${code(id)}`,
        ...verdicts.map((verdict) => (verdict === null ? OUT_OF_SCOPE : VERDICT_WORDS[verdict].label)),
      ]),
    ),
    sentence(`${kept} more requirements hold on every target that was judged by them, observed or not.`),
  ];
  return `${parts.join('\n\n')}\n`;
}

const matrixStyle = `
.matrix { border-collapse: collapse; }
.matrix th, .matrix td { padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: baseline; font-weight: 400; }
.matrix p { margin: 0; color: var(--quiet); font-size: .9rem; }
${wideStyle}
`;

function renderMatrixHtml(matrix: Matrix): string {
  const rows = interesting(matrix);
  const held = matrix.requirements.filter((row) => !rows.includes(row));
  return page({
    title: `${matrix.targets.length} targets - conformance reports`,
    style: style + matrixStyle,
    body: markup`<header>
<p class="kicker">Conformance reports: create an action, <code>POST /api/v2/actions/actions</code></p>
<h1>${matrix.targets.length} targets</h1>
</header>
<main>
${section('Targets', targetTable(matrix))}${section('Not held by all', requirementTable(matrix, rows))}${section(
      'Held by all',
      requirementTable(matrix, held),
    )}</main>`,
  });
}

function targetTable({ targets }: Matrix): Html {
  return markup`<dl class="deviations">${targets.map(
    ({ name, verdict, summary }) => markup`
<div><dt>${name} <span class="quiet">${OVERALL_WORDS[verdict]}</span></dt><dd>${prose(summary)}</dd></div>`,
  )}
</dl>`;
}

function requirementTable({ targets }: Matrix, rows: readonly Row[]): Html {
  if (rows.length === 0) return markup`<p>None.</p>`;
  return wide(
    'Verdicts by target',
    markup`<table class="matrix">
<thead><tr><th scope="col">Requirement</th>${targets.map(({ name }) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
      ({ id, level, title, verdicts }) => markup`
<tr><th scope="row"><span class="level">${level}</span> <code>${id}</code><p>${prose(title)}</p></th>${verdicts.map(
        (verdict) => markup`<td>${verdict === null ? nothing : chip(verdict)}</td>`,
      )}</tr>`,
    )}
</tbody>
</table>`,
  );
}
