import { raw } from 'hono/html';

import { percentile } from '../../changes/figures.ts';
import type { TrendPoint } from '../../changes/trends.ts';
import { builtChart, latencyChart, requestChart, verdictChart, type TrendChart } from '../charts/series.ts';
import { NIGHT_WORDS } from '../night-words.ts';
import { moment } from '../moment.ts';
import { VERDICT_WORDS } from '../verdict-words.ts';
import { markup, type Html } from './markup.ts';
import { section } from './section.ts';
import { wide } from './wide.ts';

const VERDICTS = ['failed', 'warned', 'waived', 'unobserved', 'not-exercised', 'errored'] as const;

/** How the target fared on the latest nights: as charts, and in figures for whoever cannot see them. */
export function trendSection(points: readonly TrendPoint[]): Html {
  const charts = [verdictChart(points), requestChart(points), latencyChart(points), builtChart(points)];
  return section('Trends', markup`<div class="trends">${charts.map(figure)}</div>${table(points)}`, {
    aside: nights(points.length),
  });
}

const nights = (count: number): Html =>
  markup`<p class="quiet">${count === 1 ? 'The first night' : `The last ${count} nights`}</p>`;

function figure({ title, svg, keys }: TrendChart): Html {
  const legend = keys.map(([colour, meaning]) => markup` <span class="key ${colour}">${meaning}</span>`);
  return markup`<figure class="trend"><figcaption>${title}${legend}</figcaption>${raw(svg)}</figure>
`;
}

function table(points: readonly TrendPoint[]): Html {
  const heads = [...VERDICTS.map((verdict) => VERDICT_WORDS[verdict].label), 'requests', ...FIGURES];
  return markup`<details><summary>The same in figures</summary>
${wide(
  'Trends in figures',
  markup`<table class="nights">
<thead><tr><th scope="col">Night</th><th scope="col">Outcome</th>${heads.map((head) => markup`<th scope="col" class="figure">${head}</th>`)}</tr></thead>
<tbody>${points.toReversed().map(
    (point) => markup`
<tr><th scope="row">${moment(point.at)}</th><td>${NIGHT_WORDS[point.outcome]}</td>${cells(point).map((cell) => markup`<td class="figure">${cell}</td>`)}</tr>`,
  )}
</tbody>
</table>`,
)}
</details>`;
}

const FIGURES = ['create p50 ms', 'p90', 'p99', 'built p50 ms', 'longest'];

function cells({ verdicts, requests, creates, timesToBuilt }: TrendPoint): readonly (string | number)[] {
  const latency = creates === undefined ? ['', '', ''] : [creates.p50, creates.p90, creates.p99];
  const built =
    timesToBuilt.length === 0 ? ['', ''] : [percentile(timesToBuilt, 0.5), timesToBuilt.at(-1) ?? ''];
  return [...VERDICTS.map((verdict) => verdicts[verdict] ?? 0), requests, ...latency, ...built];
}
