import { describe, expect, it } from 'vitest';

import { mutants } from '../fixtures/mutants/shelf.ts';
import { OTHERS } from './furnish.ts';
import type { Outcome } from './self-validation.ts';
import { observe } from './self-validation.ts';
import { SHORT_BUDGET, summarize } from './summarize.ts';
import { tryAll } from './try-all.ts';

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
  const trials = tryAll(mutants.map(({ name }) => name));
  const common = mutants.filter(({ rare }) => rare === undefined).map(({ name }) => name);
  const outcomeOf = async (name: string): Promise<Outcome> => {
    const outcome = await trials.get(name);
    if (outcome === undefined) throw new Error(`nobody tried ${name}`);
    return outcome;
  };

  it('has no two of the same name', () => {
    expect(trials.size).toBe(mutants.length);
  });

  it.each(mutants)('$name', async ({ name, says, stops = false }) => {
    const { missed, alarms, stopped } = await outcomeOf(name);
    expect({ missed, alarms, stopped: stopped !== undefined }, says).toEqual({
      missed: [],
      alarms: [],
      stopped: stops,
    });
  });

  it('breaks every requirement that can be broken, and most of it shows on a short budget', async () => {
    const outcomes = await Promise.all(trials.values());
    const short = await Promise.all(tryAll(common, SHORT_BUDGET).values());
    const { unarmed, noticedOnShortBudget } = summarize({ outcomes, short, honest: {} });
    expect(unarmed).toEqual([]);
    expect(noticedOnShortBudget).toBeGreaterThanOrEqual(0.8);
  });
});
