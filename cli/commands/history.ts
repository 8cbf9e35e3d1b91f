import process from 'node:process';

import { UsageError } from '../../driver/errors.ts';
import { exportLines } from '../../history/export-lines.ts';
import { listNights as list, nightById, type ListedNight } from '../../history/list-nights.ts';
import { openHistory, told } from '../../history/open-history.ts';
import { readNight, type RememberedFinding, type RememberedNight } from '../../history/read-night.ts';
import { amount } from '../../reports/amount.ts';
import { duration } from '../../reports/duration.ts';
import { moment } from '../../reports/moment.ts';
import { visibleLine } from '../../reports/visible.ts';

/** Flags of `history`, as commander parses them. */
export interface HistoryFlags {
  readonly history: string;
  readonly name?: string;
  readonly limit?: number;
  readonly json?: true;
}

/** Lists the latest nights, one a line. */
export function listNights(flags: HistoryFlags): void {
  withHistory(flags, (database) => {
    const nights = list(database, { target: flags.name, limit: flags.limit ?? 30 });
    const lines = nights.map(
      ({ id, target, at, outcome, summary }) =>
        `${String(id).padStart(5)}  ${moment(at)}  ${outcome.padEnd(13)} ${target}: ${summary}`,
    );
    print(flags, nights, lines.length > 0 ? lines : ['no night yet']);
  });
}

/**
 * Shows one night, the latest when no number is given.
 *
 * @throws UsageError when there is none.
 */
export function showNight(id: number | undefined, flags: HistoryFlags): void {
  withHistory(flags, (database) => {
    const night =
      id === undefined ? list(database, { target: flags.name, limit: 1 })[0] : nightById(database, id);
    if (night === undefined) {
      const which = id === undefined ? 'no night yet' : `no night ${id}`;
      throw new UsageError('NO_SUCH_NIGHT', `there is ${which}`, 'See actions-conformance history list.');
    }
    const remembered = readNight(database, night.id);
    print(flags, { ...night, ...remembered }, nightLines(night, remembered));
  });
}

/** Prints everything as JSON lines. */
export function exportHistory(flags: HistoryFlags): void {
  withHistory(flags, (database) => {
    for (const line of exportLines(database, flags.name)) process.stdout.write(`${JSON.stringify(line)}\n`);
  });
}

function withHistory(
  { history }: HistoryFlags,
  use: (database: ReturnType<typeof openHistory>) => void,
): void {
  const database = openHistory(history, { create: false });
  try {
    told(history, () => use(database));
  } finally {
    database.close();
  }
}

function print({ json }: HistoryFlags, value: unknown, lines: readonly string[]): void {
  process.stdout.write(
    json ? `${JSON.stringify(value, null, 2)}\n` : `${lines.map(visibleLine).join('\n')}\n`,
  );
}

function nightLines(
  { id, target, at, summary, requests }: ListedNight,
  { findings, counts, latencies, timesToBuilt, statuses }: RememberedNight,
): readonly string[] {
  const verdicts = Object.entries(counts).map(([verdict, count]) => `${count} ${verdict}`);
  return [
    `Night ${id} of ${target}, ${moment(at)}`,
    summary,
    [amount(requests, 'request'), ...verdicts].join(', '),
    ...findings.map(findingLine),
    ...latencies.map(
      ({ operation, count, p50, p90, p99 }) =>
        `latency of ${count} ${operation}: ${p50} ms half, ${p90} ms 90 %, ${p99} ms 99 %`,
    ),
    ...(timesToBuilt.length === 0 ? [] : [`from create to built: ${timesToBuilt.map(duration).join(', ')}`]),
    ...statuses.map(
      ({ place, value, firstSeen, lastSeen }) =>
        `status ${place} ${value}: first seen ${moment(firstSeen)}, last ${moment(lastSeen)}`,
    ),
  ];
}

function findingLine({ state, level, cause, waiver, resent, regression }: RememberedFinding): string {
  return [
    `${state} ${level} ${cause}`,
    ...(waiver === '' ? [] : [`(${waiver})`]),
    ...(resent === undefined ? [] : [`shown by ${resent.shown} of ${resent.of} re-sends`]),
    ...(regression ? ['REGRESSION'] : []),
  ].join(' ');
}
