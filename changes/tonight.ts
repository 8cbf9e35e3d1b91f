import { catalogue } from '../contracts/catalogue.ts';
import type { Level } from '../contracts/requirement.ts';
import type { Report } from '../verdicts/report.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import type { Resent } from './change.ts';
import { deviationsIn, type Deviation } from './deviation.ts';

/** What a night is compared by. */
export interface Tonight {
  readonly target: string;
  /** ISO date and time. */
  readonly at: string;
  /** What was asked of the run: depth and globs. */
  readonly scope: string;
  readonly deviations: readonly Deviation[];
  /** What the deterministic phases say of each requirement in scope. */
  readonly verdicts: ReadonlyMap<
    string,
    {
      readonly level: Level;
      readonly verdict: Verdict;
      readonly observed: boolean;
      /** Why, as the report says; absent where that is not known. */
      readonly reason?: string;
    }
  >;
  /** Ids of every requirement that there is. */
  readonly catalogue: ReadonlySet<string>;
  /** Ids of the cases that the whole plan holds. */
  readonly planned: ReadonlySet<string>;
  /** Ids of the cases all of whose requests were answered. */
  readonly answered: ReadonlySet<string>;
  /** What came of sending cases again, by {@link keyOf} the deviation. */
  readonly resent: ReadonlyMap<string, Resent>;
}

/** What is asked of a run, in words that are the same for the same. */
export const scopeOf = ({ depth, only }: Pick<Report, 'depth' | 'only'>): string =>
  [depth, ...only].join(' ');

/** What a report says that nights are compared by. */
export function tonightOf(
  report: Report,
  facts: Pick<Tonight, 'target' | 'planned'> & { readonly resent?: Tonight['resent'] },
): Tonight {
  const answers = new Map(report.exchanges.map(({ id, answer, trouble }) => [id, answer && !trouble]));
  return {
    target: facts.target,
    at: report.startedAt,
    scope: scopeOf(report),
    deviations: deviationsIn(report),
    verdicts: new Map(
      report.requirements.map(({ id, level, baseline, reason, observations }) => [
        id,
        { level, verdict: baseline, reason, observed: observations > 0 },
      ]),
    ),
    catalogue: new Set(catalogue.map(({ id }) => id)),
    planned: facts.planned,
    answered: new Set(
      report.cases.filter(({ exchanges }) => exchanges.every((id) => answers.get(id))).map(({ id }) => id),
    ),
    resent: facts.resent ?? new Map(),
  };
}
