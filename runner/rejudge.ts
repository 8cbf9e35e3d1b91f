import type { Requirement } from '../contracts/requirement.ts';
import { MASK } from '../contracts/mask.ts';
import { waivers } from '../contracts/waivers.ts';
import { refused } from '../contracts/http-status.ts';
import { Memory } from '../checks/memory.ts';
import type { Exchange, Missing, Trouble } from '../driver/exchange.ts';
import { isSecretHeader, isShortened, Redactor } from '../driver/redaction.ts';
import { diagnose } from '../verdicts/diagnosis/diagnose.ts';
import { Tally } from '../verdicts/tally.ts';
import type { Report, ReportedExchange } from '../verdicts/report.ts';
import type { RunFacts } from './assemble-report.ts';
import { judgeCase } from './case-run.ts';
import { judgeInteraction, type Played } from './judge-interaction.ts';
import { Offers } from './offers/offers.ts';
import { SetAside } from './offers/set-aside.ts';
import { JudgingAgain, type StoredResult } from './judging-again.ts';
import { CLEAN_UP } from './cleanup/send-cleanup.ts';
import { describeSuite, resultsOf } from './results.ts';

/**
 * A report as it was stored, perhaps by an older suite. What it concluded is not relied upon, but what it found broken
 * does not become a pass for want of what it does not keep.
 */
export type StoredReport = Omit<
  Report,
  'counts' | 'diagnosis' | 'requirements' | 'summary' | 'verdict' | 'waivers'
> & {
  readonly requirements: readonly StoredResult[];
};

/**
 * Judges the stored exchanges of a report again, without sending anything. Cases, twins and faults are known, so that
 * refusals count as they did in the run; what the report does not keep is unjudged with the reason.
 */
export function rejudge(
  stored: StoredReport,
  requirements: readonly Requirement[],
  { suite, reproduce, startedAt }: Pick<RunFacts, 'suite' | 'reproduce' | 'startedAt'>,
): Report {
  const tally = new Tally(requirements, waivers);
  judgeAgain(stored, requirements, tally);
  const before = new Map(stored.requirements.map((result) => [result.id, result]));
  for (const { id } of requirements) {
    const known = before.get(id);
    if (known?.verdict !== 'not-exercised') continue;
    // Why nothing could show it is known to the run alone.
    tally.explain(id, known.reason);
    // What was lost when the report was judged again before is still lost.
    if (stored.rejudged !== undefined) tally.noteLost(id, known.reason);
  }
  const results = resultsOf(tally, new Redactor());
  return {
    ...stored,
    suite: describeSuite(suite),
    ...results,
    diagnosis: diagnose({ requirements: results.requirements, exchanges: stored.exchanges }),
    reproduce,
    rejudged: {
      at: new Date(startedAt).toISOString(),
      suite: stored.suite,
      changes: results.requirements.flatMap(({ id, verdict }) => {
        const known = before.get(id)?.verdict;
        if (known === verdict) return [];
        return [{ requirement: id, after: verdict, ...(known === undefined ? {} : { before: known }) }];
      }),
    },
  };
}

function judgeAgain(stored: StoredReport, requirements: readonly Requirement[], tally: Tally): void {
  // What could not be cleaned up is told, and was judged by nothing.
  const judged = stored.exchanges.filter((each) => each.case !== CLEAN_UP);
  const all = judged.map(exchangeFrom);
  const exchanges = Map.groupBy(all, (exchange) => exchange.case);
  const offers = new Offers();
  for (const exchange of all) offers.observe(exchange);
  const aside = new SetAside(offers);
  const refusedNames = new Set<string>();
  const { exploration, lifecycle } = stored.phases;
  // Of what was drawn at random a report keeps only what showed something.
  const memory = new Memory({ isPartial: exploration.requests + lifecycle.requests > 0 });
  const again = new JudgingAgain(stored.requirements, tally);
  for (const { id, title, phase, twin } of stored.cases) {
    const of = exchanges.get(id) ?? [];
    // A name ends with the id of the case that asked for it.
    if (of.some(isRefusedCreate)) refusedNames.add(`-${id}`);
    const sent = { id, title, requests: [], ...(twin === undefined ? {} : { twin }) };
    // Wherever a secret came back, the report has the mask.
    const session = { secrets: [MASK], refusedNames };
    const bench = { session, requirements, tally, memory, judging: again.judge, aside };
    if (phase !== 'pacts') {
      judgeCase(bench, { case: sent, phase }, { exchanges: of });
      continue;
    }
    for (const exchange of of) {
      judgeInteraction(bench, { id, title, ...playedIn(stored, exchange) }, exchange);
    }
  }
  aside.conclude(requirements, tally);
  again.noteForetold();
}

/** What a report tells of the interactions that an exchange shows. */
function playedIn(
  { interactions }: StoredReport,
  { id }: Exchange,
): Pick<Played, 'requirements' | 'succeeds'> {
  const played = interactions.filter(({ exchange }) => exchange === id);
  return {
    requirements: [...new Set(played.flatMap(({ requirements }) => requirements))],
    // A consumer that relies on a refusal is not served by a success.
    succeeds: played.some(({ outcome }) => outcome === 'verified'),
  };
}

const isRefusedCreate = ({ about, answer }: Exchange): boolean =>
  about.operation === 'create' && refused(answer?.status ?? 0);

function exchangeFrom({ answer, trouble, recorded, ...rest }: ReportedExchange): Exchange {
  const { id, case: of, kind, about, request, startedAt, durationMs } = rest;
  const missing: Missing = {
    ...(isShortened(request.body ?? '') ? { 'request-body': '' } : {}),
    ...(isShortened(answer?.body ?? '') ? { 'answer-body': '' } : {}),
    ...(answer?.body.includes('\u{fffd}') === true ? { bytes: '' } : {}),
  };
  return {
    id,
    case: of,
    kind,
    about,
    request,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(answer === undefined
      ? {}
      : {
          answer: {
            status: answer.status,
            // These are masked whatever they hold.
            headers: Object.fromEntries(
              Object.entries(answer.headers).filter(([name]) => !isSecretHeader(name)),
            ),
            text: answer.body,
            utf8: !answer.body.startsWith('\u{feff}'),
          },
        }),
    ...(trouble === undefined ? {} : { trouble: { ...trouble, kind: trouble.kind as Trouble['kind'] } }),
    recorded: { file: recorded?.file ?? '', entry: recorded?.entry ?? 0, missing },
  };
}
