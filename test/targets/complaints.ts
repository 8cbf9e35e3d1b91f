import picomatch from 'picomatch';

import type { Report } from '../../verdicts/report.ts';
import type { ReadReport } from './judged.ts';
import { CARE } from './third-party.ts';
import type { Tried } from './trial.ts';

/** A user waits no longer than this for a verdict at standard depth. */
const MOST_SECONDS = 30;
/** Of a run's requests, for cleaning up what cannot be cleaned up. */
const MOST_WASTED = 0.2;
const MOST_REQUESTS = 500;
/** An action is read, to see whose it is, and then deleted. */
const REQUESTS_A_DELETION = 2;

const FALLEN: ReadonlySet<string> = new Set(['failed', 'warned', 'errored']);

/** What the report says of a server and no person would, or says too late or at too high a price; none where all is well. */
export function complaintsAbout({ server, judged }: Tried): readonly string[] {
  const { exitCode, seconds, report, stderr } = judged;
  const { says } = server;
  return [
    ...(exitCode === says.exitCode
      ? []
      : [`ended with ${exitCode ?? 'a signal'} instead of ${says.exitCode}`]),
    ...(seconds <= MOST_SECONDS ? [] : [`took ${seconds.toFixed(0)} s`]),
    ...(report === undefined
      ? [`left no report: ${stderr.split('\n')[0] ?? ''}`]
      : [
          ...(tellsJudgedOfAll(report) ? [] : [`does not say judged of all: ${report.summary}`]),
          ...requestsOf(report),
          ...causesOf(report, says),
          ...fallenOf(report, says.breaks),
        ]),
  ];
}

/** Whether the summary says how much was judged, where something could not be. */
function tellsJudgedOfAll({ summary, counts }: Report): boolean {
  const unjudged = counts.MUST['not-exercised'] + counts.MUST.errored;
  return unjudged === 0 || /\bjudged\b/u.test(summary);
}

function requestsOf({ requests, actions }: Report): readonly string[] {
  const wasted = Math.max(0, requests.cleanup - REQUESTS_A_DELETION * actions.deleted);
  return [
    ...(requests.total <= MOST_REQUESTS ? [] : [`sent ${requests.total} requests`]),
    ...(wasted <= MOST_WASTED * requests.total
      ? []
      : [`spent ${wasted} of ${requests.total} requests on what cannot be cleaned up`]),
  ];
}

function causesOf(report: ReadReport, { causes, notCauses }: Tried['server']['says']): readonly string[] {
  const told = new Set((report.diagnosis ?? []).map(({ id }) => id));
  return [
    ...causes.filter((id) => !told.has(id)).map((id) => `does not tell the cause ${id}`),
    ...notCauses.filter((id) => told.has(id)).map((id) => `wrongly tells the cause ${id}`),
  ];
}

function fallenOf({ requirements }: Report, breaks: readonly string[]): readonly string[] {
  const isBroken = picomatch([...breaks]);
  return requirements
    .filter(({ id, verdict }) => FALLEN.has(verdict) && !isBroken(id))
    .map(({ id, findings }) => `says that it breaks ${id}: ${findings[0]?.message ?? 'without a finding'}`);
}

/** Where a server that is known to look less closely at what it is sent comes out better than one that looks closer. */
export function disorder(trials: readonly Tried[]): readonly string[] {
  return trials.flatMap((worse) =>
    trials
      .filter((better) => careOf(better) < careOf(worse) && badnessOf(better) >= badnessOf(worse))
      .map(
        (better) =>
          `${worse.server.title} (${worse.server.says.care}) looks no worse than ${better.server.title} (${better.server.says.care})`,
      ),
  );
}

const careOf = ({ server }: Tried): number => CARE.indexOf(server.says.care);

/** The share of the judged MUSTs that failed; none where nothing was judged. */
function badnessOf({ judged }: Tried): number {
  const counts = judged.report?.counts.MUST;
  if (counts === undefined) return Number.NaN;
  const { failed } = counts;
  return failed / (failed + counts.passed + counts.unobserved + counts.waived);
}
