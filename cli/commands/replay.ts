import process from 'node:process';

import { catalogue } from '../../contracts/catalogue.ts';
import { isLoopback } from '../../driver/loopback.ts';
import { visibleLine } from '../../reports/visible.ts';
import { UNLIMITED } from '../../runner/budget.ts';
import type { RunOptions } from '../../runner/run.ts';
import { runToEnd } from '../../runner/run-to-end.ts';
import type { Report } from '../../verdicts/report.ts';
import { NOTHING_BEARS } from '../../verdicts/settle.ts';
import { clock } from '../clock.ts';
import { corpusDir } from '../corpus.ts';
import { environmentRedactor } from '../environment.ts';
import { findCase, type Wanted } from '../find-case.ts';
import { interruptible } from '../interruptible.ts';
import { mostLive } from '../most-live.ts';
import { newRunId } from '../new-run-id.ts';
import { print } from '../print.ts';
import { thisSuite } from '../this-suite.ts';
import { withTarget, type TargetFlags } from '../with-target.ts';

/** Flags of `replay`, as commander parses them. */
export interface ReplayFlags extends TargetFlags {
  readonly corpus?: string;
  readonly maxLive?: number;
}

/** Exit codes: as of a run. */
const STILL_FAILS = 1;
const COULD_NOT_JUDGE = 3;

/** Sends one case again, and says whether it still fails. */
export async function replayCommand(
  what: string,
  given: ReplayFlags,
  variables: NodeJS.ProcessEnv,
): Promise<void> {
  const isNamed = (given.origins.settings['target'] ?? 'default') !== 'default';
  const wanted = await findCase(what, (sentTo) =>
    corpusDir(given.corpus, isNamed || sentTo === undefined ? given : { ...given, target: targetOf(sentTo) }),
  );
  const flags = isNamed || wanted.sentTo === undefined ? given : aimedAt(given, wanted.sentTo);
  const runId = newRunId();
  const redactor = environmentRedactor(variables, process.argv);
  const report = await withTarget(runId, flags, variables, (target) => {
    const options: RunOptions = {
      ...target,
      runId,
      requirements: catalogue,
      depth: 'standard',
      seed: 1,
      corpus: [wanted.case],
      corpusOnly: true,
      limits: { ...UNLIMITED, maxLive: mostLive(flags.maxLive, target.targetKind) },
      time: clock,
      startedAt: clock.now(),
      suite: thisSuite,
      only: [],
      reproduce: `npx actions-conformance replay ${what}`,
      redactor,
    };
    // A signal waits for the case: what it created is deleted then.
    return interruptible((signal) => runToEnd({ ...options, signal }));
  });
  const { words, code } = outcome(report, wanted);
  print(words.map((line) => `${visibleLine(line)}\n`).join(''), redactor);
  process.exitCode = code;
}

/** A report's target, as `--target` names it. */
function targetOf({ kind, url }: Report['target']): string {
  const [, mock] = /^embedded mock \((.+)\)$/.exec(kind) ?? [];
  return mock === undefined ? url : `mock:${mock}`;
}

/**
 * What the flags say, of the target of a report. It is a file that names it, and so no more than a file may say: no
 * credential goes to a tenant on its word alone.
 */
const aimedAt = (flags: ReplayFlags, target: Report['target']): ReplayFlags => ({
  ...flags,
  target: targetOf(target),
  origins: {
    ...flags.origins,
    settings: { ...flags.origins.settings, target: isLocal(target) ? 'flag' : 'configuration' },
  },
});

const isLocal = ({ url }: Report['target']): boolean => isLoopback(new URL(url).hostname);

/** Why a case was not sent at all. */
const whyNot = (requirements: Report['requirements']): string | undefined =>
  requirements.find(({ verdict, reason }) => verdict === 'not-exercised' && reason !== NOTHING_BEARS)?.reason;

/** Which case it is and what it was sent to, which may be something else than a report tells of. */
function heading({ target }: Report, { case: { id, title }, sentTo }: Wanted): readonly string[] {
  const isElsewhere =
    sentTo !== undefined &&
    (sentTo.kind !== target.kind || (target.kind === 'given' && sentTo.url !== target.url));
  return [
    `${id}  ${title}`,
    `Sent to ${target.url} (${target.kind}).`,
    ...(isElsewhere
      ? [`The report is of ${sentTo.url} (${sentTo.kind}): --target says where to send it.`]
      : []),
  ];
}

function outcome(
  report: Report,
  wanted: Wanted,
): { readonly words: readonly string[]; readonly code: number } {
  const { exchanges, requirements } = report;
  const head = heading(report, wanted);
  const deviations = requirements.flatMap((result) =>
    result.level === 'MAY'
      ? []
      : result.findings
          .filter(({ cause }) => cause === (wanted.cause ?? cause))
          .map((finding) => ({ ...result, finding })),
  );
  const broken = deviations.filter(({ finding }) => finding.waiver === undefined);
  const [example] = exchanges;
  if (broken.length > 0) {
    const findings = broken.flatMap((each) => [
      `  ${each.level} ${each.id}: ${each.finding.message}`,
      `    expected ${each.finding.expected}`,
      `    observed ${each.finding.actual}`,
    ]);
    // What is wrong may be shown by a later request of the case, which means nothing without those before it.
    const last = Math.max(
      ...broken.map(({ finding }) => exchanges.findIndex(({ id }) => id === finding.exchange)),
    );
    const curls = exchanges.slice(0, last + 1).map(({ curl }) => curl);
    return { words: [...head, 'It still fails:', ...findings, ...curls], code: STILL_FAILS };
  }
  const unanswered = exchanges.find(({ trouble }) => trouble !== undefined);
  if (example === undefined || unanswered !== undefined) {
    const reason = unanswered?.trouble?.message ?? whyNot(requirements) ?? 'it could not be sent';
    return { words: [...head, `It could not be judged: ${reason}.`], code: COULD_NOT_JUDGE };
  }
  if (wanted.cause !== undefined && deviations.length > 0) {
    const waivers = [...new Set(deviations.map(({ finding }) => finding.waiver))].join(', ');
    return { words: [...head, `It still deviates, in a way that is known: ${waivers}.`], code: 0 };
  }
  const statuses = exchanges.map(({ answer }) => answer?.status ?? 'nothing').join(', ');
  return { words: [...head, `It no longer fails: answered with ${statuses}.`], code: 0 };
}
