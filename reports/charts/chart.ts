import * as Plot from '@observablehq/plot';
import { DOMImplementation, XMLSerializer, type Element } from '@xmldom/xmldom';

import { wholeTicks } from './whole-ticks.ts';

/** What every chart shares: nights from left to right, each in a place of its own however far apart they are. */
export interface ChartOptions {
  /** What the chart shows, in a sentence, for whoever cannot see it. */
  readonly label: string;
  /** What the upward axis counts. */
  readonly unit: string;
  /** The nights, as ISO dates and times, in the order of time. */
  readonly nights: readonly string[];
  readonly marks: readonly Plot.Markish[];
  /** The highest value of the chart; `undefined` where there is none. */
  readonly highest: number | undefined;
}

const SIZE = { width: 400, height: 165, marginLeft: 44, marginRight: 36, marginTop: 24, marginBottom: 22 };

/** Dates that fit below a chart. */
const MOST_TICKS = 3;

/** Places for nights, whether there were so many or not: a bar as wide as the chart says nothing. */
const LEAST_PLACES = 7;

/**
 * A chart as SVG, drawn by Observable Plot without a browser. It brings no style of its own, which the page's policy
 * would refuse: colours are the page's, so that they follow its light and dark.
 */
export function chart({ label, unit, highest, nights, marks }: ChartOptions): string {
  const document = new DOMImplementation().createDocument('http://www.w3.org/2000/svg', 'svg', null);
  const empty = Array.from({ length: Math.max(0, LEAST_PLACES - nights.length) }, (_, place) => `${place}`);
  const places = [...nights, ...empty];
  const every = Math.ceil(places.length / MOST_TICKS);
  const ticks = wholeTicks(highest ?? 0);
  const svg = Plot.plot({
    ...SIZE,
    document,
    className: 'chart',
    ariaLabel: label,
    x: { type: 'band', domain: places, label: null, padding: 0.15 },
    y: { label: unit, grid: true, ticks: [...ticks], domain: [0, ticks.at(-1) ?? 1], tickFormat: 'd' },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--line)' }),
      Plot.axisX({
        ticks: nights.filter((_, index) => (nights.length - 1 - index) % every === 0),
        tickFormat: (at: string) => at.slice(0, 10),
        tickSize: 3,
      }),
      ...(highest === undefined
        ? [Plot.text(['nothing was measured yet'], { frameAnchor: 'middle', fontSize: 12 })]
        : marks),
    ],
  }) as unknown as Element;
  const [style] = svg.getElementsByTagName('style');
  if (style !== undefined) svg.removeChild(style);
  svg.setAttribute('role', 'img');
  // The label speaks for the whole picture; Plot's names of its parts would only be read out beside it.
  for (const part of svg.getElementsByTagName('g')) part.removeAttribute('aria-label');
  return new XMLSerializer().serializeToString(svg).replaceAll(/(\d\.\d\d)\d+/g, '$1');
}
