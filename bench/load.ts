import process from 'node:process';

import type { Target } from './create.ts';
import { processorTimeOf } from './processor-time.ts';
import { SocketSender } from './socket-sender.ts';
import { type Spread, spreadOf } from './spread.ts';

/**
 * How much is sent: each target in turn, so that what disturbs the machine hits all of them. The warm-up is long, as
 * V8 takes tens of thousands of requests to be done with a server.
 */
export const LOAD = { connections: 32, warmUpMs: 3_000, rounds: 7, roundMs: 700 } as const;

/** How many creates a target answered in a second, and what that took. */
export interface Throughput {
  readonly name: string;
  readonly perSecond: Spread;
  /** Share of a core that sending took. */
  readonly senderBusy: Spread;
  /** Processor time that the target took for a create, in microseconds, where the system tells it. */
  readonly eachUs?: Spread;
}

/** Measures the creates per second of some targets; throws at any answer but 201. */
export async function throughputOf(targets: readonly Target[]): Promise<readonly Throughput[]> {
  for (const target of targets) await round(target, LOAD.warmUpMs);
  const rounds = targets.map((target) => ({ target, results: new Array<Round>() }));
  for (let turn = 0; turn < LOAD.rounds; turn += 1) {
    for (const { target, results } of rounds) results.push(await round(target, LOAD.roundMs));
  }
  return rounds.map(({ target, results }) => ({
    name: target.name,
    perSecond: spreadOf(results.map(({ perSecond }) => perSecond)),
    senderBusy: spreadOf(results.map(({ senderBusy }) => senderBusy)),
    ...eachOf(results.flatMap(({ eachUs }) => eachUs ?? [])),
  }));
}

const eachOf = (samples: readonly number[]): { readonly eachUs?: Spread } =>
  samples.length === 0 ? {} : { eachUs: spreadOf(samples) };

interface Round {
  readonly perSecond: number;
  readonly senderBusy: number;
  readonly eachUs: number | undefined;
}

async function round(target: Target, ms: number): Promise<Round> {
  const senders = await Promise.all(
    Array.from({ length: LOAD.connections }, () => SocketSender.open(target)),
  );
  try {
    const serverBefore = processorTimeOf(target.pid);
    const cpuBefore = process.cpuUsage();
    const began = performance.now();
    const counts = await Promise.all(senders.map((sender) => createsUntil(sender, began + ms)));
    const tookMs = performance.now() - began;
    const { user, system } = process.cpuUsage(cpuBefore);
    const count = counts.reduce((sum, each) => sum + each, 0);
    const serverAfter = processorTimeOf(target.pid);
    return {
      perSecond: (count / tookMs) * 1_000,
      senderBusy: (user + system) / 1_000 / tookMs,
      eachUs:
        serverBefore === undefined || serverAfter === undefined
          ? undefined
          : ((serverAfter - serverBefore) * 1_000) / count,
    };
  } finally {
    for (const sender of senders) sender.close();
  }
}

async function createsUntil(sender: SocketSender, end: number): Promise<number> {
  let count = 0;
  for (; performance.now() < end; count += 1) await sender.create();
  return count;
}
