import * as Plot from '@observablehq/plot';
import { DOMImplementation, XMLSerializer, type Element } from '@xmldom/xmldom';

/** What every chart shares: nights from left to right, each in a place of its own however far apart they are. */
export interface ChartOptions {
  /** What the chart shows, in a sentence, for whoever cannot see it. */
  readonly label: string;
  /** What the upward axis counts. */
  readonly unit: string;
  /** The nights, as ISO dates and times, in the order of time. */
  readonly nights: readonly string[];
  readonly marks: readonly Plot.Markish[];
}

const SIZE = { width: 720, height: 170, marginLeft: 52, marginRight: 36, marginTop: 22, marginBottom: 22 };

/** Dates that fit below a chart. */
const MOST_TICKS = 7;

/**
 * A chart as SVG, drawn by Observable Plot without a browser. It brings no style of its own, which the page's policy
 * would refuse: colours are the page's, so that they follow its light and dark.
 */
export function chart({ label, unit, nights, marks }: ChartOptions): string {
  const document = new DOMImplementation().createDocument('http://www.w3.org/2000/svg', 'svg', null);
  const every = Math.ceil(nights.length / MOST_TICKS);
  const svg = Plot.plot({
    ...SIZE,
    document,
    className: 'chart',
    ariaLabel: label,
    x: { type: 'band', domain: nights, label: null, padding: 0.15 },
    y: { label: unit, grid: true, ticks: 4, zero: true, nice: true },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--line)' }),
      Plot.axisX({
        ticks: nights.filter((_, index) => (nights.length - 1 - index) % every === 0),
        tickFormat: (at: string) => at.slice(0, 10),
        tickSize: 3,
      }),
      ...marks,
    ],
  }) as unknown as Element;
  const [style] = svg.getElementsByTagName('style');
  if (style !== undefined) svg.removeChild(style);
  svg.setAttribute('role', 'img');
  // The label speaks for the whole picture; Plot's names of its parts would only be read out beside it.
  for (const part of svg.getElementsByTagName('g')) part.removeAttribute('aria-label');
  return new XMLSerializer().serializeToString(svg).replaceAll(/(\d\.\d\d)\d+/g, '$1');
}
