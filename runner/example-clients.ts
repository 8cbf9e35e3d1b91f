import type * as fc from 'fast-check';

import { catalogue } from '../contracts/catalogue.ts';
import { waivers } from '../contracts/waivers.ts';
import { Transport } from '../driver/transport.ts';
import type { SentRequest } from '../driver/exchange.ts';
import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import type { Commands } from '../properties/lifecycle/lifecycle-commands.ts';
import { scriptCase, scriptOf } from '../properties/lifecycle/script-case.ts';
import { Tally } from '../verdicts/tally.ts';
import { UNLIMITED } from './budget.ts';
import { Memory } from '../checks/memory.ts';
import { judgeCase } from './case-run.ts';
import { openSession } from './open-session.ts';
import { sendScript } from './send-script.ts';

/** Holds each request back until a scheduler lets it go. */
class ScheduledTransport extends Transport {
  private readonly scheduler: fc.Scheduler;

  constructor(scheduler: fc.Scheduler) {
    super();
    this.scheduler = scheduler;
  }

  override async send(request: SentRequest): ReturnType<Transport['send']> {
    await this.scheduler.schedule(Promise.resolve());
    return await super.send(request);
  }
}

/**
 * Lets several clients work on one tenant at once, in an order that the scheduler decides on, each held against a model
 * of its own.
 *
 * @returns the causes of what did not come true.
 */
export async function crossing(
  wrap: ((honest: TenantFetch) => TenantFetch) | undefined,
  scheduler: fc.Scheduler,
  clients: readonly Commands[],
): Promise<readonly string[]> {
  const tenant = await startMockTenant(wrap === undefined ? {} : { wrap });
  const transport = new ScheduledTransport(scheduler);
  try {
    const token = await tenant.token(['create:actions', 'read:actions', 'update:actions', 'delete:actions']);
    const time = {
      now: () => performance.timeOrigin + performance.now(),
      pause: () => Promise.resolve(),
    };
    const live = async (commands: Commands, number: number): Promise<readonly string[]> => {
      const session = await openSession(
        transport,
        {
          base: tenant.url,
          access: { by: 'token', token },
          runId: `client${number}`,
          time,
          limits: UNLIMITED,
        },
        new Set(),
      );
      const tally = new Tally(catalogue, waivers);
      const next = scriptCase(scriptOf(commands));
      const sent = await sendScript(session, next.id, commands);
      const bench = { session, requirements: catalogue, tally, memory: new Memory() };
      return judgeCase(bench, { case: next, phase: 'lifecycle' }, sent).findings.map(
        ({ finding }) => finding.cause,
      );
    };
    const all = Promise.all(clients.map(live));
    await scheduler.waitFor(all);
    return (await all).flat();
  } finally {
    await transport.close();
    await tenant.close();
  }
}
