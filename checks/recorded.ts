import type { Expectation, Json } from '../contracts/expectation.ts';
import { refused, succeeded } from '../contracts/http-status.ts';
import type { Exchange, Part } from '../driver/exchange.ts';
import { valueAt } from '../contracts/pointer.ts';
import { valueOf } from './answer-body.ts';
import { judge } from './judge.ts';
import { unjudged, type Evidence, type Finding, type Judgement } from './judgement.ts';
import { isMasked } from './masked.ts';
import { shownActions } from './shown-actions.ts';

/**
 * Judges an expectation on an exchange that somebody else sent and recorded. What the recording does not keep, and what
 * only the intention of the sender could tell, is unjudged with the reason.
 */
export function judgeRecorded(expectation: Expectation, evidence: Evidence): Judgement {
  const reason = unknowable(expectation, evidence.exchange);
  if (reason !== undefined) return unjudged(reason);
  const judgement = judgeKept(expectation, evidence);
  if (judgement.outcome !== 'broken') return judgement;
  // Recorders leave out what cleaned up, and others may have been at work.
  if (expectation.kind === 'listed') return unjudged('what is not listed may have been deleted unrecorded');
  if (OF_WHAT_WAS.has(expectation.kind) && mayBeOthers(evidence)) {
    return unjudged('the action has changed since it was recorded before: others may have been at work');
  }
  const findings = judgement.findings.filter((finding) => !isScrubbed(finding));
  return findings.length > 0 ? { outcome: 'broken', findings } : unjudged('the recording has it scrubbed');
}

/** Expectations that hold an action against what it was, as long as nobody else touches it. */
const OF_WHAT_WAS: ReadonlySet<Expectation['kind']> = new Set([
  'completeness',
  'next-number',
  'not-deployed',
  'reads-back',
  'version-kept',
]);

const isNewer = (number: Json | undefined, known = 0): boolean =>
  typeof number === 'number' && number > known;

/** Whether an answer shows that an action was changed, or deployed, by what was not recorded. */
function mayBeOthers(evidence: Evidence): boolean {
  const { exchange, memory } = evidence;
  if (exchange.about.operation === 'deploy') {
    const known = memory.action(exchange)?.versions;
    return isNewer(valueAt(valueOf(exchange), '/number'), (known ?? 0) + 1);
  }
  return shownActions(evidence).some(({ id, value }) => {
    const known = memory.action(exchange, id);
    const moved = known?.shown?.['updated_at'] !== value['updated_at'];
    return moved || isNewer(valueAt(value, '/deployed_version/number'), known?.versions);
  });
}

/** Judges an expectation on an exchange that was stored: what was not kept of it is unjudged with the reason. */
export function judgeKept(expectation: Expectation, evidence: Evidence): Judgement {
  const reason = notKept(expectation, evidence.exchange);
  return reason === undefined ? judge(expectation, evidence) : unjudged(reason);
}

/** Why an exchange that was stored may no longer show what it showed when it was sent. */
export function whatIsMissing(
  expectation: Expectation,
  { exchange, earlier, memory }: Evidence,
): string | undefined {
  const missing = notKept(expectation, exchange);
  if (missing !== undefined || !OF_EARLIER.has(expectation.kind)) return missing;
  if (earlier.some(isCut)) return 'the body of an earlier answer was not kept';
  return memory.isPartial ? 'not all exchanges before it were kept' : undefined;
}

const isCut = ({ recorded }: Exchange): boolean => recorded?.missing['answer-body'] !== undefined;

/** Statuses that speak of the body of a request. */
const BODY_REFUSED = new Set([400, 415, 422]);

/** Why the exchange shows nothing to whoever does not know what its sender meant. */
function unknowable(expectation: Expectation, { about, answer, recorded }: Exchange): string | undefined {
  const status = answer?.status ?? 0;
  const unseen = about.operation === 'create' ? recorded?.missing['request-body'] : undefined;
  switch (expectation.kind) {
    case 'accepted':
      if (unseen !== undefined) return `nobody knows whether the body was valid: ${unseen}`;
      return succeeded(status) ? undefined : unexplained(status);
    case 'rejected':
      return refused(status)
        ? 'a refusal counts only beside a valid twin, and a recording has none'
        : undefined;
    case 'dated-now':
      return 'a recording does not tell by which clock it was made';
    case 'names-fault':
      return BODY_REFUSED.has(status) ? undefined : unexplained(status);
    case 'status':
      if (about.fault !== undefined) return BODY_REFUSED.has(status) ? undefined : unexplained(status);
      return refused(status) && expectation.in.every(succeeded) ? unexplained(status) : undefined;
    default:
      return undefined;
  }
}

const unexplained = (status: number): string => `answered with ${status}, and a recording does not say why`;

/** Expectations that look at nothing but the status. */
const OF_STATUS: ReadonlySet<Expectation['kind']> = new Set([
  'accepted',
  'header',
  'no-server-error',
  'rejected',
  'status',
]);

/** Expectations that look at the request as well. */
const OF_REQUEST: ReadonlySet<Expectation['kind']> = new Set(['echo', 'echoes', 'default', 'secret-kept']);

/** Expectations that look at the answers before it as well. */
const OF_EARLIER: ReadonlySet<Expectation['kind']> = new Set([
  'completeness',
  'deploys-draft',
  'new-version-id',
  'next-number',
  'not-deployed',
  'time-moves',
  'version-kept',
  'version-shown',
  'legal-steps',
  'listed',
  'new-id',
  'next-number',
  'reads-back',
  'same-as',
  'times-forward',
]);

const WORDS: Readonly<Record<Part, string>> = {
  'request-body': 'the body of the request was not kept',
  'answer-headers': 'the headers of the answer were not kept',
  'answer-body': 'the body of the answer was not kept',
  bytes: 'the answer was kept as text, in which bytes were replaced',
};

function notKept(expectation: Expectation, { answer, recorded }: Exchange): string | undefined {
  if (recorded === undefined) return undefined;
  const { missing } = recorded;
  const { kind } = expectation;
  const missed = (part: Part, matters: boolean): string | undefined => {
    const reason = matters ? missing[part] : undefined;
    return reason === undefined ? undefined : reason === '' ? WORDS[part] : `${WORDS[part]}: ${reason}`;
  };
  return (
    missed('answer-body', !OF_STATUS.has(kind)) ??
    missed('request-body', OF_REQUEST.has(kind)) ??
    missed('bytes', kind === 'json') ??
    missed('answer-headers', kind === 'json' && answer?.headers['content-type'] === undefined) ??
    missed('answer-headers', kind === 'header' && answer?.headers[expectation.name] === undefined)
  );
}

const isScrubbed = ({ expected, actual }: Finding): boolean =>
  [expected, actual].some((shown) => stringsIn(shown).some(isMasked));

/** The texts in a value that a finding shows as JSON. */
const stringsIn = (shown: string): readonly string[] =>
  [...shown.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text);
