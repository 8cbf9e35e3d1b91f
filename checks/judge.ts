import type { Expectation } from '../contracts/expectation.ts';
import { isObject } from '../contracts/pointer.ts';
import { judgeAnswered, refusedBefore } from './unanswered.ts';
import { valueOf } from './answer-body.ts';
import { judgeStatuses, judgeSteps } from './build-status.ts';
import { judgeConformity } from './conformity.ts';
import { judgeDefault, judgeEcho, judgeValue } from './echo.ts';
import { judgeHeader } from './header.ts';
import { judgeJson } from './json-form.ts';
import { held, heldIf, unjudged, type Evidence, type Judgement } from './judgement.ts';
import { judgeListed, judgeNewId, judgeNothingLeft, judgePaged, judgeReadBack } from './lifecycle.ts';
import { judgeNamedFault, judgeRepeatedStatus } from './refusal.ts';
import { judgeSecrecy } from './secrecy.ts';
import { excerpt, judgeAccepted, judgeRejected, judgesSomethingElse, judgeStatus } from './status.ts';
import { judgeTimes, judgeTimesForward } from './times.ts';

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
      return judgeConformity(exchange, expectation.to, expectation.place);
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
      return judgeTimes(exchange);
    case 'times-forward':
      return judgeTimesForward(evidence);
    case 'new-id':
      return judgeNewId(evidence);
    case 'reads-back':
      return judgeReadBack(evidence, expectation.properties);
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

function judgePresence({ exchange }: Evidence, property: string): Judgement {
  const body = valueOf(exchange);
  const status = exchange.answer?.status ?? 0;
  if (!isObject(body) || status >= 300) return unjudged('the answer is no object, or no success');
  return heldIf(Object.hasOwn(body, property), () => ({
    message: `the answer has no \`${property}\``,
    path: `/${property}`,
    kind: 'absent',
    expected: 'the property',
    actual: 'nothing',
  }));
}
