import { AUDITS } from './audit.ts';
import { TURNS } from './driver-cost.ts';
import { EXPLORATION_TURNS, type ExplorationSpeed } from './exploration.ts';
import type { Figures } from './figures.ts';
import { DRAWS } from './generation.ts';
import { LOAD, type Throughput } from './load.ts';
import type { LongRun } from './long-run.ts';
import { NIGHTS } from './nights.ts';
import { FREE_TENANT, type Pacing } from './pacing.ts';
import type { Spread } from './spread.ts';
import { STARTS } from './wall-time.ts';

type Row = readonly string[];

/** The figures as a table for people. */
export function renderTable({
  node,
  cores,
  loadBefore,
  creates,
  wallTimeMs,
  driver,
  generation,
  audit,
  nights,
  pacing,
  exploration,
  longRun,
}: Figures): string {
  const { ours, theirs, leftOut } = creates;
  const busy = Math.round(ours.senderBusy.median * 100);
  const rows: readonly Row[] = [
    ['', 'median', 'min', 'max', 'ratio'],
    [`Creates per second (${LOAD.rounds} rounds, ${LOAD.connections} connections)`],
    [`  ${ours.name}`, ...cells(ours.perSecond)],
    ...theirs.map(({ name, perSecond, ratio }) => [`  ${name}`, ...cells(perSecond), times(ratio)]),
    ['Microseconds of processor time that a server takes for a create'],
    ...processorRows(ours, theirs),
    [`Milliseconds from start to end (${STARTS} times)`],
    ['  run against the embedded mock', ...cells(wallTimeMs.run)],
    ['  --help', ...cells(wallTimeMs.help)],
    [`Requests per second, one at a time (${TURNS} runs of ${driver.requests})`],
    ['  the suite', ...cells(driver.suite)],
    ['  a bare loop of creates', ...cells(driver.bareLoop), times(driver.ratio)],
    [`Bodies per second in one process (${DRAWS.rounds} rounds of ${DRAWS.bodies})`],
    ['  drawn, valid', ...cells(generation.valid)],
    ['  drawn with one fault, and proved', ...cells(generation.faulty)],
    ['  copied by way of JSON', ...cells(generation.copied), times(generation.ratio)],
    ['  validated by ajv', ...cells(generation.validated)],
    [`Recordings audited, MB per second of processor time (${AUDITS} processes each)`],
    ...audit.flatMap(({ name, megabytesPerSecond, bareLoop, peakMb }) => [
      [`  ${name}`, ...cells(megabytesPerSecond)],
      [
        '    read and searched, and nothing else',
        ...cells(bareLoop),
        times(bareLoop.median / megabytesPerSecond.median),
      ],
      ['    most memory, in MB', ...cells(peakMb)],
    ]),
    [`Milliseconds that a night takes beside its run (${NIGHTS.rounds} times)`],
    ['  history, one night before it', ...cells(nights.first)],
    [
      `  history, ${NIGHTS.remembered} nights before it`,
      ...cells(nights.last),
      times(nights.last.median / nights.first.median),
    ],
    ['  charts and page', ...cells(nights.page)],
    ...pacingRows(pacing),
    ...exploration.flatMap(explorationRows),
    ...(longRun === undefined ? [] : longRunRows(longRun)),
  ];
  const notes = [
    `Node ${node}, ${cores} cores, load ${loadBefore.toFixed(1)} before the start.`,
    `Sending kept ${busy} % of a core busy while the mock tenant was measured.`,
    `The page of that night has ${kilobytes(nights.pageBytes)}, its history ${kilobytes(nights.historyBytes)}.`,
    ...(leftOut === undefined ? [] : [`The comparison with Prism was left out: ${leftOut}`]),
  ];
  return `${[...align(rows), '', ...notes].join('\n')}\n`;
}

/** What each server takes of a processor; no rows where the system does not tell it. */
function processorRows(ours: Throughput, theirs: readonly Throughput[]): readonly Row[] {
  const own = ours.eachUs;
  if (own === undefined) return [];
  return [
    [`  ${ours.name}`, ...cells(own)],
    ...theirs.flatMap(({ name, eachUs }) =>
      eachUs === undefined ? [] : [[`  ${name}`, ...cells(eachUs), times(eachUs.median / own.median)]],
    ),
  ];
}

function pacingRows({
  requests,
  counted,
  seconds,
  leastSeconds,
  ratio,
  refusedAtFirst,
  refusedLater,
}: Pacing): readonly Row[] {
  const { burst, perSecond } = FREE_TENANT;
  return [
    [`Pacing: a quick run where ${burst} requests are taken at once and ${perSecond} a second (once)`],
    ['  requests', String(requests)],
    ['  of these counted by the limit', String(counted)],
    ['  seconds', seconds.toFixed(1)],
    ['  the least that the limit allows', leastSeconds.toFixed(1), '', '', `${ratio.toFixed(2)}x`],
    ['  refused with 429 in the first second', String(refusedAtFirst)],
    ['  refused with 429 after it', String(refusedLater)],
  ];
}

function explorationRows({ delayMs, count, suite, bareLoop, share }: ExplorationSpeed): readonly Row[] {
  const { median, minimum, maximum } = share;
  const how = delayMs === 0 ? 'answered at once' : `answered after ${delayMs} ms`;
  return [
    [`Exploration, requests per second, one at a time (${EXPLORATION_TURNS} turns of ${count}, ${how})`],
    ['  drawn, sent, judged, logged', ...cells(suite.perSecond)],
    ['  a bare undici loop that sends the same', ...cells(bareLoop.perSecond)],
    [
      "  share of the loop's rate, in %",
      ...cells({ median: median * 100, minimum: minimum * 100, maximum: maximum * 100 }),
    ],
    ['  µs of processor time a request', ...cells(suite.cpuMicros)],
    ['  µs of processor time a request, the loop', ...cells(bareLoop.cpuMicros)],
  ];
}

const longRunRows = ({ requests, seconds, peakMb }: LongRun): readonly Row[] => [
  [`A run of ${requests} requests from start to end (once)`],
  ['  seconds', seconds.toFixed(0)],
  ['  most memory, in MB', peakMb.toFixed(0)],
];

const cells = ({ median, minimum, maximum }: Spread): Row =>
  [median, minimum, maximum].map((value) => value.toFixed(0));

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

const times = (ratio: number): string => `${ratio.toFixed(1)}x`;

/** Columns as wide as their widest cell; the first is text, the others are numbers. A heading takes the whole line. */
function align(rows: readonly Row[]): readonly string[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.filter((row) => row.length > 1).map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
