import { catalogue } from '../contracts/catalogue.ts';
import { UsageError } from '../driver/errors.ts';
import { exploredCase } from '../properties/arbitraries/explored-case.ts';
import type { Case } from '../properties/case.ts';
import { drawAgain } from '../properties/drawn.ts';
import { isCommand } from '../properties/lifecycle/command.ts';
import { commandsIn, scriptCase } from '../properties/lifecycle/script-case.ts';
import { validCase } from '../properties/valid/valid-case.ts';
import { everyPlanned } from '../runner/plan-of.ts';
import type { Report, ReportedFinding } from '../verdicts/report.ts';
import { readCorpus, readCounterexample } from './corpus.ts';
import { readReport } from './read-report.ts';

/** A case to be sent again. */
export interface Wanted {
  readonly case: Case;
  /** The deviation that it is sent for; any, when absent. */
  readonly cause?: string;
  /** What it was sent to, where a report tells. */
  readonly sentTo?: Report['target'];
}

/** A report, and a finding in it; a path may hold a `#` as well. */
const IN_REPORT = /^(.*\.json(?:\.gz)?)#(.*)$/s;

/** Where the counterexamples are of a report's target, or of the one that is asked. */
type CorpusOf = (target?: Report['target']) => string;

/**
 * Finds a case by what a person has at hand: a file of the corpus, a finding of a report, or a case's id.
 *
 * @param what a path, `report.json#finding` or an id. A finding is named by its cause, its requirement or its case.
 * @param corpus the folder of counterexamples, of the target that a report is of, if there is one.
 * @throws UsageError when there is none.
 */
export async function findCase(what: string, corpus: CorpusOf): Promise<Wanted> {
  const [, path, finding] = IN_REPORT.exec(what) ?? [];
  if (path !== undefined && finding !== undefined)
    return caseInReport(readReport(path), finding, path, corpus);
  if (/\.json(?:\.gz)?$/.test(what)) return readCounterexample(what);
  const found = await caseById(what, corpus());
  if (found !== undefined) return found;
  throw new UsageError(
    'NO_SUCH_CASE',
    `there is no case ${what}`,
    'Give a file of the corpus, report.json#<cause>, or the id of a case that explain shows.',
  );
}

async function caseById(id: string, corpus: string): Promise<Wanted | undefined> {
  const kept = await readCorpus(corpus);
  const filed = kept.find((each) => each.case.id === id);
  if (filed !== undefined) return filed;
  const cases = everyPlanned({ requirements: catalogue, depth: 'deep' });
  const planned = cases.find((each) => each.id === id) ?? smallCases(cases).find((each) => each.id === id);
  return planned && { case: planned };
}

/** A valid body for each choice of a plan alone, as a run sends them to find out which of several it was. */
function smallCases(cases: readonly Case[]): readonly Case[] {
  const choices = new Set(cases.flatMap(({ requests }) => requests.flatMap(({ about }) => about.choices)));
  choices.delete('sampled');
  return [...choices].map((choice) => validCase([choice]));
}

async function caseInReport(report: Report, name: string, path: string, corpus: CorpusOf): Promise<Wanted> {
  const finding = findingNamed(report, name);
  if (finding?.phase === 'pacts') {
    throw new UsageError(
      'OF_A_PACT',
      `${name} was shown by an interaction of a pact, and by no case`,
      'Play it again with pact verify.',
    );
  }
  const id = finding?.case ?? name;
  const reported = report.cases.find((each) => each.id === id);
  if (reported === undefined) {
    throw new UsageError('NO_SUCH_FINDING', `${path} has no finding ${name}`, 'See the causes in it.');
  }
  const again = reported.drawn === undefined ? undefined : drawAgain(exploredCase(), reported.drawn).subject;
  const script = commandsIn(reported.title).filter(isCommand);
  const choices = report.exchanges.find((each) => each.case === id)?.about.choices ?? [];
  const found =
    [again, scriptCase(script), validCase(choices)].find((each) => each?.id === id) ??
    (await caseById(id, corpus(report.target)))?.case ??
    casesOf(report).find((each) => each.id === id);
  if (found === undefined) {
    throw new UsageError(
      'OTHER_SUITE',
      `this version of the suite makes no case ${id}, which ${path} tells of`,
      `That report is of version ${report.suite.version}: replay it with that one, or use its curl line.`,
    );
  }
  return { case: found, sentTo: report.target, ...(finding === undefined ? {} : { cause: finding.cause }) };
}

/** What a run of the report's scope plans: a sequence has no more steps than that takes. */
function casesOf({ depth, requirements }: Report): readonly Case[] {
  if (depth === 'passive') return [];
  const ids = new Set(requirements.map(({ id }) => id));
  return everyPlanned({ depth, requirements: catalogue.filter(({ id }) => ids.has(id)) });
}

function findingNamed({ requirements }: Report, name: string): ReportedFinding | undefined {
  const named = requirements.flatMap(({ id, findings }) =>
    findings.filter(({ cause }) => cause === name || id === name),
  );
  return named.find(({ phase }) => phase !== 'pacts') ?? named[0];
}
