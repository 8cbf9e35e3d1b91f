import { describe, expect, it } from 'vitest';

import { mutants } from '../fixtures/mutants/shelf.ts';
import { unlucky } from '../fixtures/unlucky/shelf.ts';
import { OTHERS } from './furnish.ts';
import type { Outcome } from './self-validation.ts';
import { observe } from './self-validation.ts';
import { summarize } from './summarize.ts';
import { shortTrialsOf, trialsOf, tryAll, tryAllUnlucky } from './try-all.ts';

describe('the honest tenant', () => {
  it.each(['documented', 'observed'] as const)('falls nowhere when it is as %s', async (like) => {
    const { fell, stopped, report, left } = await observe({ like });
    expect(stopped).toBeUndefined();
    expect(fell).toEqual([]);
    expect(report?.verdict).toBe('conformant');
    // What others have there is left alone, and nothing is left beside it.
    expect(left).toEqual(OTHERS);
  });
});

describe('the shelf of faulty tenants', () => {
  const trials = tryAll([...trialsOf(mutants), ...shortTrialsOf(mutants)]);
  const byName = new Map(mutants.map(({ name }, index) => [name, trials[index]]));
  const outcomeOf = async (name: string): Promise<Outcome> => {
    const outcome = await byName.get(name);
    if (outcome === undefined) throw new Error(`nobody tried ${name}`);
    return outcome;
  };

  it('has no two of the same name', () => {
    expect(byName.size).toBe(mutants.length);
  });

  it.each(mutants)('$name', async ({ name, says, stops = false }) => {
    const { missed, alarms, stopped } = await outcomeOf(name);
    expect({ missed, alarms, stopped: stopped !== undefined }, says).toEqual({
      missed: [],
      alarms: [],
      stopped: stops,
    });
  });

  const uncommon = mutants.filter(({ rare }) => rare === true);
  it.each(uncommon)(
    '$name is found within 2,000 requests, by a body that is read at a glance',
    async ({ name }) => {
      const { requestsToFirstKill, example = '' } = await outcomeOf(name);
      expect(requestsToFirstKill).toBeLessThanOrEqual(2_000);
      expect(example).toMatch(/^\{.{1,300}\}$/su);
    },
  );

  it('breaks every requirement that can be broken, and most of it shows on a short budget', async () => {
    const all = await Promise.all(trials);
    const [outcomes, short] = [all.slice(0, mutants.length), all.slice(mutants.length)];
    const { unarmed, noticedOnShortBudget } = summarize({ outcomes, short, honest: {}, unlucky: [] });
    expect(unarmed).toEqual([]);
    expect(noticedOnShortBudget).toBeGreaterThanOrEqual(0.8);
  });
});

describe('the shelf of unlucky targets', () => {
  const trials = tryAllUnlucky(unlucky);

  it('has no two of the same name', () => {
    expect(new Set(unlucky.map(({ name }) => name)).size).toBe(unlucky.length);
  });

  it.each(unlucky.map(({ name, says }, index) => ({ name, says, index })))(
    'nothing is alleged of what $name',
    async ({ name, says, index }) => {
      expect(await trials[index], says).toEqual({ name, alleged: [], complaints: [] });
    },
  );
});
