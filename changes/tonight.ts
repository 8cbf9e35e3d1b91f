import { catalogue } from '../contracts/catalogue.ts';
import type { Level } from '../contracts/requirement.ts';
import type { Report, ReportedExchange } from '../verdicts/report.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import type { Resent } from './change.ts';
import { deviationsIn, keyOf, type Deviation } from './deviation.ts';

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
  /** Deviations that an answer shows which what stands before the tenant may have made, by {@link keyOf}. */
  readonly doubtful: ReadonlySet<string>;
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
    doubtful: new Set(doubtfulIn(report)),
    resent: facts.resent ?? new Map(),
  };
}

/** Keys of the deviations whose every example is an answer that is not in the API's own words. */
function* doubtfulIn({ requirements, exchanges }: Report): Iterable<string> {
  const foreign = new Set(exchanges.filter((each) => !isInWordsOfApi(each)).map(({ id }) => id));
  for (const { causes, findings } of requirements) {
    for (const each of causes) {
      const examples = findings.filter((finding) => keyOf(finding) === keyOf(each));
      if (examples.length > 0 && examples.every(({ exchange }) => foreign.has(exchange))) yield keyOf(each);
    }
  }
}

/** Whether an answer is one that only the API words so: JSON, or a success without a body. */
function isInWordsOfApi({ answer, trouble }: ReportedExchange): boolean {
  if (answer === undefined || trouble !== undefined) return false;
  return answer.body === '' ? answer.status < 300 : /^\s*[[{]/.test(answer.body);
}
