import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import { mutants } from '../fixtures/mutants/shelf.ts';
import type { Wrap } from '../fixtures/mutants/mutant.ts';
import type { TenantFetch } from '../fixtures/tenant/mock-tenant.ts';
import { isCommand } from '../properties/lifecycle/command.ts';
import { commandsIn, scriptCase } from '../properties/lifecycle/script-case.ts';
import { lifecycleCommands } from '../properties/lifecycle/lifecycle-commands.ts';
import { runAgainst, type ExampleRun } from './example-run.ts';
import { crossing } from './example-clients.ts';

const SEED = 3;
const lives = catalogue.filter(({ id }) => id.startsWith('lifecycle.'));

const fellIn = ({ report }: ExampleRun): readonly string[] =>
  report.requirements
    .filter(({ verdict }) => verdict === 'failed' || verdict === 'warned')
    .map(({ id }) => id);

const named = (name: string): Wrap => {
  const mutant = mutants.find((each) => each.name === name);
  if (mutant === undefined) throw new Error(`there is no mutant ${name}`);
  return mutant.wrap;
};

describe(`lifecycles drawn with seed ${SEED}`, () => {
  it.each(['documented', 'observed'] as const)('hold on an honest tenant, as %s', async (like) => {
    const run = await runAgainst({ like }, { seed: SEED, explore: 500, requirements: lives });
    expect(fellIn(run)).toEqual([]);
    const { cases, requests } = run.report.phases.lifecycle;
    expect(cases).toBeGreaterThan(10);
    expect(requests).toBeLessThanOrEqual(100);
    expect(run.left).toEqual([]);
  });

  it.each([
    ['ignores-updates', 'lifecycle.update.echo'],
    ['answers-updates-with-201', 'lifecycle.update.status'],
  ])('show that a tenant %s, by a few commands', async (name, requirement) => {
    const run = await runAgainst(
      { wrap: named(name) },
      { seed: SEED, explore: 1000, requirements: lives.filter(({ id }) => id === requirement) },
    );
    expect(fellIn(run)).toEqual([requirement]);
    const found = run.events.flatMap((event) => (event.kind === 'counterexample' ? [event] : []));
    expect(new Set(found.map(({ requirement: { id } }) => id))).toEqual(new Set([requirement]));
    const script = found[0]?.case.script ?? [];
    expect(script.length).toBeLessThanOrEqual(4);
    // The title alone tells how to send it again.
    expect(commandsIn(found[0]?.case.title ?? '').filter(isCommand)).toEqual(script);
  });

  it('notice a version that is numbered wrongly only from the second deploy on', async () => {
    const script = ['create a', 'await a', 'deploy a', 'deploy a'] as const;
    const fell = async (commands: number): Promise<readonly string[]> => {
      const corpus = [scriptCase(script.slice(0, commands))];
      const changes = { corpus, corpusOnly: true, requirements: lives } as const;
      return fellIn(await runAgainst({ wrap: repeatingNumbers }, changes));
    };
    expect(await fell(3)).toEqual([]);
    expect(await fell(4)).toEqual(['lifecycle.deploy.number']);
  });
});

describe('several clients at once', () => {
  const clients = fc.tuple(fc.scheduler(), lifecycleCommands(6), lifecycleCommands(6));

  it(`see nothing of one another, however their requests are interleaved, seed ${SEED}`, async () => {
    await fc.assert(
      fc.asyncProperty(clients, async ([scheduler, ...both]) => {
        expect(await crossing(undefined, scheduler, both)).toEqual([]);
      }),
      { seed: SEED, numRuns: 15 },
    );
  });

  it(`are told apart from a tenant that confuses them, seed ${SEED}`, async () => {
    const result = await fc.check(
      fc.asyncProperty(clients, async ([scheduler, ...both]) => {
        expect(await crossing(confusing, scheduler, both)).toEqual([]);
      }),
      { seed: SEED, numRuns: 60, endOnFailure: true },
    );
    expect(result.failed).toBe(true);
  });
});

/** Gives every deploy of an action the number of the first. */
function repeatingNumbers(honest: TenantFetch): TenantFetch {
  return async (request) => {
    const answer = await honest(request);
    if (request.method !== 'POST' || !request.url.endsWith('/deploy') || !answer.ok) return answer;
    const version = (await answer.json()) as object;
    return Response.json({ ...version, number: 1 }, { status: answer.status });
  };
}

/** Reads whatever action was touched last, as a server does that keeps one in a variable for all of its clients. */
function confusing(honest: TenantFetch): TenantFetch {
  let last: string | undefined;
  return async (request) => {
    const id = /\/actions\/actions\/([\w-]+)$/.exec(new URL(request.url).pathname)?.[1];
    const isRead = request.method === 'GET' && id !== undefined;
    const url = isRead && last !== undefined ? request.url.replace(id, last) : request.url;
    const answer = await honest(isRead ? new Request(url, { headers: request.headers }) : request);
    if (request.method === 'POST' && answer.status === 201) {
      last = ((await answer.clone().json()) as { readonly id: string }).id;
    }
    return answer;
  };
}
