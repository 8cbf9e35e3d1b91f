import type { Expectation } from '../contracts/expectation.ts';
import { judgeStatuses, judgeSteps } from './build-status.ts';
import { judgeConformity } from './conformity.ts';
import { judgeDefault, judgeEcho, judgeEchoes, judgeValue } from './echo.ts';
import { judgeCompleteness, judgeDeploymentAgrees, judgeNotDeployed } from './flags.ts';
import { judgeHeader } from './header.ts';
import { judgeNewId, judgeNewVersionId, judgeOwner } from './ids.ts';
import { judgeJson } from './json-form.ts';
import { held, unjudged, type Evidence, type Judgement } from './judgement.ts';
import { judgeReadBack } from './lifecycle.ts';
import { judgeCounted, judgeListed, judgeNamedAsAsked, judgeNothingLeft, judgePaged } from './list.ts';
import { judgePresence } from './presence.ts';
import { judgeNamedFault, judgeReason, judgeRepeatedStatus } from './refusal.ts';
import { judgeSameAs } from './same-as.ts';
import { judgeSecrecy } from './secrecy.ts';
import {
  excerpt,
  judgeAccepted,
  judgeRejected,
  judgeServerError,
  judgesSomethingElse,
  judgeStatus,
} from './status.ts';
import { judgeTimes } from './times.ts';
import { judgeDatedNow, judgeTimeMoves, judgeTimesForward } from './told-times.ts';
import { judgeAnswered, refusedBefore } from './unanswered.ts';
import { judgeUniqueNames } from './unique-names.ts';
import { judgeDeploysDraft, judgeNextNumber, judgeVersionKept, judgeVersionShown } from './versions.ts';

/** Judges one expectation on one exchange that bears on it. Pure: the same evidence, the same judgement. */
export function judge(expectation: Expectation, evidence: Evidence): Judgement {
  const { exchange } = evidence;
  const { answer, trouble, recorded } = exchange;
  if (trouble?.kind === 'not-sent') return unjudged(trouble.message);
  // What a recording misses, its recorder may have left out.
  if (trouble !== undefined && recorded !== undefined)
    return unjudged(`no answer to judge: ${trouble.message}`);
  if (trouble !== undefined || answer === undefined) {
    if (expectation.kind === 'answered' && trouble !== undefined) return judgeAnswered(trouble, answer);
    const unanswered = { outcome: 'unanswered', why: trouble?.message ?? 'none arrived' } as const;
    return refusedBefore(expectation, exchange) ?? unanswered;
  }
  const unfit = expectation.kind === 'secret-kept' ? undefined : judgesSomethingElse(exchange, answer);
  if (unfit !== undefined) return unfit;
  switch (expectation.kind) {
    case 'answered':
      return held();
    case 'accepted':
      return judgeAccepted(answer);
    case 'rejected':
      return judgeRejected(answer);
    case 'status':
      return judgeStatus(answer, expectation);
    case 'header':
      return judgeHeader(answer, expectation);
    case 'json':
      return judgeJson(exchange, answer);
    case 'conforms':
      return judgeConformity(evidence, expectation.to, expectation.place);
    case 'present':
      return judgePresence(evidence, expectation.property);
    case 'echo':
      return judgeEcho(evidence, expectation);
    case 'default':
      return judgeDefault(evidence, expectation);
    case 'value':
      return judgeValue(evidence, expectation);
    case 'secret-kept':
      return judgeSecrecy(evidence, answer);
    case 'statuses-documented':
      return judgeStatuses(evidence);
    case 'names-fault':
      return judgeNamedFault(exchange);
    case 'repeats-status':
      return judgeRepeatedStatus(exchange, answer);
    case 'times-in-order':
      return judgeTimes(evidence, expectation.of);
    case 'times-forward':
      return judgeTimesForward(evidence);
    case 'time-moves':
      return judgeTimeMoves(evidence);
    case 'dated-now':
      return judgeDatedNow(evidence);
    case 'unique-names':
      return judgeUniqueNames(exchange);
    case 'no-server-error':
      return judgeServerError(answer);
    case 'names-reason':
      return judgeReason(exchange, answer);
    case 'new-version-id':
      return judgeNewVersionId(evidence);
    case 'owner-named':
      return judgeOwner(evidence);
    case 'echoes':
      return judgeEchoes(evidence, expectation.properties);
    case 'deploys-draft':
      return judgeDeploysDraft(evidence);
    case 'next-number':
      return judgeNextNumber(evidence);
    case 'version-kept':
      return judgeVersionKept(evidence);
    case 'version-shown':
      return judgeVersionShown(evidence);
    case 'completeness':
      return judgeCompleteness(evidence, expectation.value);
    case 'not-deployed':
      return judgeNotDeployed(evidence);
    case 'deployment-agrees':
      return judgeDeploymentAgrees(evidence);
    case 'counted':
      return judgeCounted(evidence);
    case 'named-as-asked':
      return judgeNamedAsAsked(evidence);
    case 'new-id':
      return judgeNewId(evidence);
    case 'reads-back':
      return judgeReadBack(evidence, expectation.properties);
    case 'same-as':
      return judgeSameAs(evidence, expectation);
    case 'listed':
      return judgeListed(evidence);
    case 'paged':
      return judgePaged(evidence, expectation.perPage);
    case 'nothing-left':
      return judgeNothingLeft(evidence);
    case 'legal-steps':
      return judgeSteps(evidence);
    case 'told':
      return { outcome: 'told', note: `answered with ${answer.status}: ${excerpt(answer.text)}` };
  }
}
