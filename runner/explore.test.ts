import { describe, expect, it } from 'vitest';

import { catalogue } from '../contracts/catalogue.ts';
import { isObject, valueAt } from '../contracts/pointer.ts';
import { rare } from '../fixtures/mutants/rare.ts';
import type { Wrap } from '../fixtures/mutants/mutant.ts';
import { exploredCase } from '../properties/arbitraries/explored-case.ts';
import { drawAgain } from '../properties/drawn.ts';
import { UNLIMITED } from './budget.ts';
import type { Counterexample } from './events.ts';
import { resultOf, runAgainst, type ExampleRun } from './example-run.ts';
import type { LoggedExchange } from './exchange-log.ts';
import type { LedgerEntry } from './cleanup/ledger.ts';
import { OpenEntries } from './cleanup/open-entries.ts';
import type { RunOptions } from './run.ts';

const SEED = 7;
/** The least plan, so that exploration is nearly all that a run does. */
const only = (requirement: string): Partial<RunOptions> => ({
  seed: SEED,
  explore: 400,
  requirements: catalogue.filter(({ id }) => id === requirement),
});

const mutantNamed = (name: string): Wrap => {
  const mutant = rare.find((each) => each.name === name);
  if (mutant === undefined) throw new Error(`there is no rare mutant ${name}`);
  return mutant.wrap;
};

const counterexamplesIn = ({ events }: ExampleRun): readonly Counterexample[] =>
  events.filter((event) => event.kind === 'counterexample');

describe(`exploration with seed ${SEED}`, () => {
  it('finds nothing on the honest tenant, stays within its budget and leaves nothing behind', async () => {
    const run = await runAgainst({}, { seed: SEED, explore: 300 });
    expect(run.report.verdict).toBe('conformant');
    expect(counterexamplesIn(run)).toEqual([]);
    const { exploration, lifecycle, edges } = run.report.phases;
    expect(exploration.requests).toBeGreaterThan(230);
    expect(exploration.requests + lifecycle.requests).toBeLessThanOrEqual(300);
    expect(exploration.cases).toBeGreaterThan(100);
    // One request more asks for the token, two look for a module, and one looks at what is there in the end.
    const sent = exploration.requests + lifecycle.requests + edges.requests;
    expect(run.report.requests.total).toBe(sent + 4);
    expect(run.left).toEqual([]);
  });

  it('shrinks what fails to the parts that it takes, and says where that was drawn', async () => {
    const wrap = mutantNamed('loses-the-second-of-two-dependencies-beside-secrets');
    const run = await runAgainst({ wrap }, only('request.dependencies.echo'));
    const [found, ...others] = counterexamplesIn(run);
    expect(others).toEqual([]);
    const [request] = found?.case.requests ?? [];
    const body = request?.body?.kind === 'json' ? request.body.value : {};
    expect(valueAt(body, '/dependencies')).toHaveLength(2);
    expect(valueAt(body, '/secrets')).toHaveLength(1);
    expect(Object.keys(body ?? {}).length).toBeLessThanOrEqual(5);
    expect(found?.curl).toContain('curl');

    // fast-check draws the very same from the seed and the path that are told.
    expect(drawAgain(exploredCase(), found?.draw ?? { seed: 0, path: '0' }).subject).toEqual(found?.case);
    const reported = run.report.cases.find(({ id }) => id === found?.case.id);
    expect(reported).toMatchObject({ phase: 'exploration', drawn: found?.draw });
  });

  it('shrinks what awkward text of the plan showed to the one character that it takes', async () => {
    const wrap = mutantNamed('confuses-normal-forms');
    const requirements = catalogue.filter(({ id }) => /^request\.(name\.echo|text\.combining)$/.test(id));
    const run = await runAgainst({ wrap }, { ...only(''), requirements, depth: 'standard' });
    expect(resultOf(run.report, 'request.name.echo').baseline).toBe('failed');
    const [found] = counterexamplesIn(run);
    const [request] = found?.case.requests ?? [];
    const { name, ...others } =
      request?.body?.kind === 'json' && isObject(request.body.value) ? request.body.value : {};
    expect(name).toMatch(/^<<name>>.$/u);
    expect(Object.keys(others)).toEqual(['supported_triggers']);
  });

  it('reports beside the deterministic phases, which alone make the baseline', async () => {
    const wrap = mutantNamed('loses-the-second-of-two-dependencies-beside-secrets');
    const { report } = await runAgainst({ wrap }, only('request.dependencies.echo'));
    const result = resultOf(report, 'request.dependencies.echo');
    expect(result).toMatchObject({ verdict: 'failed', baseline: 'passed' });
    expect(result.findings.map(({ phase, cause }) => [phase, cause])).toEqual([
      ['exploration', 'request.dependencies.echo:/dependencies:changed'],
    ]);
    expect(report.verdict).toBe('not-conformant');
  });

  it('draws the same cases whatever the budget: fewer are the beginning of more', async () => {
    const logged = async (explore: number): Promise<readonly string[]> => {
      const ids = new Set<string>();
      const write = ({ phase, case: id }: LoggedExchange): undefined => {
        if (phase === 'exploration') ids.add(id);
      };
      await runAgainst({}, { seed: SEED, explore, log: { write } });
      return [...ids];
    };
    const [few, many] = [await logged(60), await logged(200)];
    expect(few.length).toBeGreaterThan(20);
    expect(many.slice(0, few.length)).toEqual(few);
  });

  it('sends the same with the same seed, and something else with another', async () => {
    const hash = async (seed: number): Promise<string> =>
      (await runAgainst({}, { seed, explore: 60 })).report.phases.exploration.hash;
    expect(await hash(SEED)).toBe(await hash(SEED));
    expect(await hash(SEED)).not.toBe(await hash(SEED + 1));
  });

  it('keeps of what it sent only what shows a finding', async () => {
    let logged = 0;
    const write = (): undefined => {
      logged += 1;
    };
    const { report } = await runAgainst({}, { seed: SEED, explore: 100, log: { write } });
    expect(report.cases.filter(({ phase }) => phase === 'exploration')).toEqual([]);
    expect(logged).toBeGreaterThan(report.exchanges.length + 50);
  });

  it('does not shrink what does not happen again', async () => {
    const wrap = mutantNamed('dates-every-eleventh-action-back');
    const run = await runAgainst({ wrap }, only('answer.times.in-order'));
    expect(resultOf(run.report, 'answer.times.in-order').verdict).toBe('warned');
    expect(counterexamplesIn(run)).toEqual([]);
  });

  it('ends with what went wrong while a case was under way', async () => {
    let asked = 0;
    const write = (entry: LedgerEntry): void => {
      if ('asked' in entry && ++asked > 120) throw new Error('the disk is full');
    };
    await expect(runAgainst({}, { explore: 300, journal: { write } })).rejects.toThrow('the disk is full');
    expect(asked).toBeGreaterThan(120);
  });

  it('leaves nothing under way behind when its log cannot be written', async () => {
    const open = new OpenEntries();
    let logged = 0;
    const write = ({ phase }: LoggedExchange): undefined => {
      if (phase === 'exploration' && ++logged > 30) throw new Error('the disk is full');
    };
    const journal = { write: (entry: LedgerEntry) => open.note(entry) };
    const outcome = runAgainst({}, { explore: 300, log: { write }, journal });
    await expect(outcome).rejects.toThrow('the disk is full');
    expect([...open.ids, ...open.names]).toEqual([]);
  });

  it('ends where nothing that is drawn can be sent', async () => {
    const wrap: Wrap = (honest) => async (request) =>
      request.method === 'POST' && new URL(request.url).pathname === '/api/v2/actions/actions'
        ? Response.json({ statusCode: 400, error: 'Bad Request', message: 'no' }, { status: 400 })
        : await honest(request);
    const { report } = await runAgainst({ wrap }, { explore: 300 });
    expect(report.verdict).toBe('not-conformant');
    expect(report.phases.exploration).toMatchObject({ cases: 0, requests: 0 });
  });

  it('goes no further than the limits of the run', async () => {
    const { report } = await runAgainst({}, { explore: 500, limits: { ...UNLIMITED, maxRequests: 150 } });
    expect(report.requests.total).toBeLessThanOrEqual(150);
    expect(report.phases.exploration.requests).toBeGreaterThan(20);
  });
});
