import picomatch from 'picomatch';

import type { Report } from '../../verdicts/report.ts';
import lookedAt from './looked-at.json' with { type: 'json' };
import type { Tried } from './trial.ts';

/** A user waits no longer than this for a verdict at standard depth. */
const MOST_SECONDS = 30;
/** Of a run's requests, for cleaning up what cannot be cleaned up. */
/** What waiting for builds that never end may cost besides. */
const MOST_SECONDS_OF_BUILDS = 70;
const MOST_WASTED = 0.2;
const MOST_REQUESTS = 500;
/** An action is read, to see whose it is, and then deleted. */
const REQUESTS_A_DELETION = 2;

/** Requirements that there were when somebody last looked at what is said of the servers. */
const LOOKED_AT: ReadonlySet<string> = new Set(lookedAt);

const FALLEN: ReadonlySet<string> = new Set(['failed', 'warned', 'errored']);

/** What the report says of a server and no person would, or says too late or at too high a price; none where all is well. */
export function complaintsAbout({ server, judged }: Tried): readonly string[] {
  const { exitCode, seconds, report, stderr } = judged;
  const { says } = server;
  return [
    ...(exitCode === says.exitCode
      ? []
      : [`ended with ${exitCode ?? 'a signal'} instead of ${says.exitCode}`]),
    ...(seconds <= MOST_SECONDS + (says.endlessBuilds === true ? MOST_SECONDS_OF_BUILDS : 0)
      ? []
      : [`took ${seconds.toFixed(0)} s`]),
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

function causesOf(report: Report, { causes, notCauses }: Tried['server']['says']): readonly string[] {
  const told = new Set(report.diagnosis.map(({ id }) => id));
  return [
    ...causes.filter((id) => !told.has(id)).map((id) => `does not tell the cause ${id}`),
    ...notCauses.filter((id) => told.has(id)).map((id) => `wrongly tells the cause ${id}`),
  ];
}

function fallenOf({ requirements }: Report, breaks: readonly string[]): readonly string[] {
  const isBroken = picomatch([...breaks]);
  return requirements
    .filter(({ id, verdict }) => FALLEN.has(verdict) && !isBroken(id) && LOOKED_AT.has(id))
    .map(({ id, findings }) => `says that it breaks ${id}: ${findings[0]?.message ?? 'without a finding'}`);
}

/**
 * What else is said of a server that nobody who knows it has looked at: its requirements came later. Whoever looks adds
 * what is true to what the server breaks, and writes the list anew.
 */
export function notLookedAt({ server, judged }: Tried): readonly string[] {
  const isBroken = picomatch([...server.says.breaks]);
  return (judged.report?.requirements ?? [])
    .filter(({ id, verdict }) => FALLEN.has(verdict) && !isBroken(id) && !LOOKED_AT.has(id))
    .map(({ id }) => id);
}

/** Where a server that looks at little of what it is sent, or at nothing, comes out no worse than one that validates. */
export function disorder(trials: readonly Tried[]): readonly string[] {
  const [careful, careless] = [true, false].map((wanted) =>
    trials.filter(({ server }) => (server.says.care === 'validates') === wanted),
  );
  return (careless ?? []).flatMap((worse) =>
    (careful ?? [])
      .filter((better) => badnessOf(better) >= badnessOf(worse))
      .map(
        ({ server }) =>
          `${worse.server.title} (${worse.server.says.care}) looks no worse than ${server.title}`,
      ),
  );
}

/** The share of the judged MUSTs that failed; no number where nothing was judged. */
function badnessOf({ judged }: Tried): number {
  const counts = judged.report?.counts.MUST;
  if (counts === undefined) return Number.NaN;
  const { failed } = counts;
  return failed / (failed + counts.passed + counts.unobserved + counts.waived);
}
