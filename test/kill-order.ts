import type { Case } from '../properties/case.ts';
import { costOf, looksBack } from '../properties/plan.ts';
import type { Outcome } from './self-validation.ts';

/** A case in the frozen order. */
interface Place {
  /** Id of the case. */
  readonly id: string;
  readonly title: string;
  /** Faulty tenants that it notices and none before it does. */
  readonly kills: number;
}

/** How much more it is worth to notice a fault that servers really have than one that only might be. */
const LIKELY_WEIGHT = 12;

/**
 * The order of a plan's cases that notices most faulty tenants with the fewest requests, as far as the trials tell: a
 * greedy cover. It ends where no case notices anything that those before it do not.
 */
export function killOrder(cases: readonly Case[], outcomes: readonly Outcome[]): readonly Place[] {
  const byId = new Map(cases.map((each) => [each.id, each]));
  const unnoticed = new Map(
    outcomes
      .filter(({ rare }) => !rare)
      .map(({ shownBy, likely }) => [new Set(shownBy), likely ? LIKELY_WEIGHT : 1]),
  );
  const order: Place[] = [];

  /** A case and, unless it comes earlier, the valid one beside it. */
  const together = (next: Case): readonly Case[] => {
    const twin = next.twin === undefined ? undefined : byId.get(next.twin);
    return twin === undefined || order.some(({ id }) => id === twin.id) ? [next] : [twin, next];
  };
  const killsOf = ({ id }: Case): number => [...unnoticed.keys()].filter((shownBy) => shownBy.has(id)).length;
  const append = (next: Case): void => {
    order.push({ id: next.id, title: next.title, kills: killsOf(next) });
    for (const shownBy of unnoticed.keys()) if (shownBy.has(next.id)) unnoticed.delete(shownBy);
  };

  // A plan begins with its base whatever it notices, and what is drawn at random has no place that could be frozen.
  const [base, ...others] = cases;
  if (base !== undefined) append(base);
  const candidates = new Set(others.filter((each) => !isDrawn(each) && !looksBack(each)));
  for (;;) {
    let best: { readonly cases: readonly Case[]; readonly rate: number } | undefined;
    for (const candidate of candidates) {
      const added = together(candidate);
      const rate =
        [...unnoticed]
          .filter(([shownBy]) => added.some(({ id }) => shownBy.has(id)))
          .reduce((sum, [, weight]) => sum + weight, 0) / added.reduce((sum, each) => sum + costOf(each), 0);
      if (rate > (best?.rate ?? 0)) best = { cases: added, rate };
    }
    if (best === undefined) return order;
    for (const next of best.cases) {
      append(next);
      candidates.delete(next);
    }
  }
}

const isDrawn = ({ requests }: Case): boolean =>
  requests.some(({ about }) => about.choices.includes('sampled'));
