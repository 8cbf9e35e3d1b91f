import { isObject, valueAt, childOf } from '../contracts/pointer.ts';
import type { Json } from '../contracts/expectation.ts';
import { succeeded } from '../contracts/http-status.ts';
import type { Report, ReportedExchange } from '../verdicts/report.ts';

/** How long answers took, in milliseconds, by nearest rank. */
export interface Latency {
  readonly operation: string;
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
}

/** A value of a property called `status`, at a place with every index of an array as `-`. */
export interface StatusValue {
  readonly place: string;
  readonly value: string;
}

/** What a night measured of its target beside verdicts. */
export interface Figures {
  readonly latencies: readonly Latency[];
  /** From the first byte of a create until a read told that the action is built, in milliseconds, by case. */
  readonly timesToBuilt: ReadonlyMap<string, number>;
  readonly statuses: readonly StatusValue[];
}

/** Measures what the exchanges of a report show. */
export function figuresOf({ exchanges }: Pick<Report, 'exchanges'>): Figures {
  const bodies = new Map(exchanges.map((exchange) => [exchange, bodyOf(exchange)]));
  return {
    latencies: latenciesIn(exchanges),
    timesToBuilt: timesToBuilt(exchanges, bodies),
    statuses: statusesIn(bodies.values()),
  };
}

/** The value that a share of the values, in ascending order, does not exceed. */
export const percentile = (ascending: readonly number[], share: number): number =>
  ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? 0;

function latenciesIn(exchanges: readonly ReportedExchange[]): readonly Latency[] {
  const answered = exchanges.filter(({ answer, trouble }) => answer !== undefined && trouble === undefined);
  return [...Map.groupBy(answered, ({ about }) => about.operation)].map(([operation, its]) => {
    const ascending = its.flatMap(({ durationMs = [] }) => durationMs).toSorted((a, b) => a - b);
    const [p50, p90, p99] = [0.5, 0.9, 0.99].map((share) => percentile(ascending, share));
    return { operation, count: its.length, p50: p50 ?? 0, p90: p90 ?? 0, p99: p99 ?? 0 };
  });
}

type Bodies = ReadonlyMap<ReportedExchange, Json | undefined>;

function timesToBuilt(exchanges: readonly ReportedExchange[], bodies: Bodies): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const created = new Map<string, ReportedExchange>();
  for (const exchange of exchanges) {
    const { case: of, about, durationMs } = exchange;
    if (about.operation === 'create' && !created.has(of)) created.set(of, exchange);
    const create = created.get(of);
    if (create === undefined || times.has(of) || valueAt(bodies.get(exchange), '/status') !== 'built')
      continue;
    const waited =
      Date.parse(exchange.startedAt ?? '') - Date.parse(create.startedAt ?? '') + (durationMs ?? 0);
    // A create that waits for the build itself says nothing of how long a client has to wait after it.
    if (exchange !== create && Number.isFinite(waited)) times.set(of, Math.round(waited));
  }
  return times;
}

/** The body of a successful answer; `undefined` where it is no JSON, or was cut because it is long. */
function bodyOf({ answer }: ReportedExchange): Json | undefined {
  if (answer === undefined || !succeeded(answer.status)) return undefined;
  try {
    return JSON.parse(answer.body) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function statusesIn(bodies: Iterable<Json | undefined>): readonly StatusValue[] {
  const found = new Map<string, StatusValue>();
  for (const body of bodies) {
    for (const each of body === undefined ? [] : statusesBelow(body, '')) {
      found.set(JSON.stringify([each.place, each.value]), each);
    }
  }
  return [...found.values()];
}

function* statusesBelow(value: Json, at: string): Iterable<StatusValue> {
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) yield* statusesBelow(item, `${at}/-`);
  } else if (isObject(value)) {
    for (const [name, child] of Object.entries(value)) {
      const place = childOf(at, name);
      if (name === 'status' && typeof child === 'string') yield { place, value: child };
      yield* statusesBelow(child, place);
    }
  }
}
