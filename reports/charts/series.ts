import * as Plot from '@observablehq/plot';

import { percentile } from '../../changes/figures.ts';
import type { TrendPoint } from '../../changes/trends.ts';
import type { Verdict } from '../../verdicts/verdict.ts';
import { duration } from '../duration.ts';
import { VERDICT_WORDS } from '../verdict-words.ts';
import { chart } from './chart.ts';

/** One chart with its heading and the colours in it. */
export interface TrendChart {
  readonly title: string;
  readonly svg: string;
  /** What each colour stands for, by the name of its class. */
  readonly keys: readonly (readonly [colour: string, meaning: string])[];
}

/** Verdicts that somebody has to look at, the gravest at the bottom; those that held would bury them. */
const SHOWN = [
  'errored',
  'failed',
  'warned',
  'waived',
  'not-exercised',
] as const satisfies readonly Verdict[];

const brokenIn = (verdicts: TrendPoint['verdicts']): number =>
  SHOWN.reduce((sum, verdict) => sum + (verdicts[verdict] ?? 0), 0);

const dayOf = (at: string): string => at.slice(0, 10);

/** How many requirements were broken or not judged, night by night. */
export function verdictChart(points: readonly TrendPoint[]): TrendChart {
  const rows = points.flatMap(({ at, verdicts }) =>
    SHOWN.map((verdict) => ({ at, verdict, count: verdicts[verdict] ?? 0 })).filter(({ count }) => count > 0),
  );
  const { verdicts = {} } = points.at(-1) ?? {};
  const last = SHOWN.map((verdict) => `${verdicts[verdict] ?? 0} ${VERDICT_WORDS[verdict].label}`).join(', ');
  return {
    title: 'Requirements broken or not judged',
    svg: chart({
      label: `Requirements broken or not judged, night by night. On the last night: ${last}.`,
      unit: 'requirements',
      highest: Math.max(0, ...points.map(({ verdicts: those }) => brokenIn(those))),
      nights: points.map(({ at }) => at),
      marks: [
        Plot.barY(rows, {
          x: 'at',
          y: 'count',
          fill: ({ verdict }: (typeof rows)[number]) => `var(--${verdict})`,
          order: SHOWN.map((verdict) => `var(--${verdict})`),
          title: ({ at, count, verdict }: (typeof rows)[number]) =>
            `${dayOf(at)}: ${count} ${VERDICT_WORDS[verdict].label}`,
        }),
      ],
    }),
    keys: SHOWN.map((verdict) => [verdict, VERDICT_WORDS[verdict].label]),
  };
}

/** How many requests each night spent. */
export function requestChart(points: readonly TrendPoint[]): TrendChart {
  const spent = points.map(({ requests }) => requests);
  return {
    title: 'Requests',
    svg: chart({
      label: `Requests spent, night by night: from ${Math.min(...spent)} to ${Math.max(...spent)}, ${spent.at(-1) ?? 0} on the last night.`,
      unit: 'requests',
      highest: Math.max(0, ...spent),
      nights: points.map(({ at }) => at),
      marks: [
        Plot.barY(points, {
          x: 'at',
          y: 'requests',
          fill: 'var(--waived)',
          title: ({ at, requests }: TrendPoint) => `${dayOf(at)}: ${requests} requests`,
        }),
      ],
    }),
    keys: [],
  };
}

/** A line of a chart: its colour, how it is broken, its name and its value on a night. */
interface Line {
  readonly colour: string;
  readonly dashes: string;
  readonly name: string;
  readonly value: (point: TrendPoint) => number | undefined;
}

/** How long the answers to creates took. */
export function latencyChart(points: readonly TrendPoint[]): TrendChart {
  return lineChart('Latency of creates', points, [
    { colour: 'passed', dashes: '', name: 'half within', value: ({ creates }) => creates?.p50 },
    { colour: 'waived', dashes: '5 2', name: '90 % within', value: ({ creates }) => creates?.p90 },
    { colour: 'warned', dashes: '2 2', name: '99 % within', value: ({ creates }) => creates?.p99 },
  ]);
}

/** How long an action took from its create until it was built. */
export function builtChart(points: readonly TrendPoint[]): TrendChart {
  return lineChart('From create to built', points, [
    {
      colour: 'passed',
      dashes: '',
      name: 'half within',
      value: ({ timesToBuilt }) => (timesToBuilt.length > 0 ? percentile(timesToBuilt, 0.5) : undefined),
    },
    { colour: 'warned', dashes: '2 2', name: 'longest', value: ({ timesToBuilt }) => timesToBuilt.at(-1) },
  ]);
}

function lineChart(title: string, points: readonly TrendPoint[], lines: readonly Line[]): TrendChart {
  const last = lines.map(({ name, value }) => {
    const latest = points.findLast((point) => value(point) !== undefined);
    return `${name} ${latest === undefined ? 'unknown' : duration(value(latest) ?? 0)}`;
  });
  const measured = points.flatMap((point) => lines.flatMap(({ value }) => value(point) ?? []));
  return {
    title,
    svg: chart({
      label: `${title}, night by night. On the last night that measured it: ${last.join(', ')}.`,
      unit: 'milliseconds',
      highest: measured.length === 0 ? undefined : Math.max(...measured),
      nights: points.map(({ at }) => at),
      marks: lines.flatMap(({ colour, dashes, name, value }) => {
        const stroke = `var(--${colour})`;
        return [
          Plot.lineY(points, {
            x: 'at',
            y: value,
            stroke,
            strokeWidth: 1.5,
            ...(dashes === '' ? {} : { strokeDasharray: dashes }),
          }),
          Plot.dot(points, {
            x: 'at',
            y: value,
            r: 2,
            fill: stroke,
            title: (point: TrendPoint) => `${dayOf(point.at)}: ${name} ${duration(value(point) ?? 0)}`,
          }),
        ];
      }),
    }),
    keys: lines.map(({ colour, name }) => [colour, name]),
  };
}
