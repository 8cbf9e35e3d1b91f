import { broken, held, unjudged, type Evidence, type Judgement } from './judgement.ts';
import { shownActions } from './shown-actions.ts';

/** Judges that every action in an answer has a property. */
export function judgePresence(evidence: Evidence, property: string): Judgement {
  const actions = shownActions(evidence);
  if (actions.length === 0) {
    return evidence.exchange.about.operation === 'list'
      ? held(false)
      : unjudged('the answer is no object, or no success');
  }
  const findings = actions
    .filter(({ value }) => !Object.hasOwn(value, property))
    .map(({ path }) => ({
      message: `the answer has no \`${property}\``,
      path: `${path}/${property}`,
      kind: 'absent',
      expected: 'the property',
      actual: 'nothing',
    }));
  return findings.length > 0 ? broken(...findings) : held();
}
