import process from 'node:process';

import { Agent } from 'undici';

import { create, type Target } from './create.ts';
import { type Spread, spreadOf } from './spread.ts';

/**
 * How much is sent: each target in turn, so that what disturbs the machine hits all of them. The warm-up is long, as
 * V8 takes tens of thousands of requests to be done with a server.
 */
export const LOAD = { connections: 32, warmUpMs: 3_000, rounds: 7, roundMs: 700 } as const;

/** How many creates a target answered in a second, and what share of a core it took to send them. */
export interface Throughput {
  readonly name: string;
  readonly perSecond: Spread;
  readonly senderBusy: Spread;
}

/** Measures the creates per second of some targets; throws at any answer but 201. */
export async function throughputOf(targets: readonly Target[]): Promise<readonly Throughput[]> {
  const agent = new Agent({ connections: LOAD.connections });
  try {
    for (const target of targets) await round(agent, target, LOAD.warmUpMs);
    const rounds = targets.map((target) => ({ target, results: new Array<Round>() }));
    for (let turn = 0; turn < LOAD.rounds; turn += 1) {
      for (const { target, results } of rounds) results.push(await round(agent, target, LOAD.roundMs));
    }
    return rounds.map(({ target, results }) => ({
      name: target.name,
      perSecond: spreadOf(results.map(({ perSecond }) => perSecond)),
      senderBusy: spreadOf(results.map(({ senderBusy }) => senderBusy)),
    }));
  } finally {
    await agent.destroy();
  }
}

interface Round {
  readonly perSecond: number;
  readonly senderBusy: number;
}

async function round(agent: Agent, target: Target, ms: number): Promise<Round> {
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  let count = 0;
  const oneAfterAnother = async (): Promise<void> => {
    while (performance.now() < began + ms) {
      await create(agent, target);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: LOAD.connections }, oneAfterAnother));
  const tookMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { perSecond: (count / tookMs) * 1_000, senderBusy: (user + system) / 1_000 / tookMs };
}
