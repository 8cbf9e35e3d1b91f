import { isDeepStrictEqual } from 'node:util';

import type { Json } from '../contracts/expectation.ts';
import { succeeded } from '../contracts/http-status.ts';
import { isObject, valueAt } from '../contracts/pointer.ts';
import type { Exchange } from '../driver/exchange.ts';
import { valueOf } from './answer-body.ts';
import { broken, held, heldIf, shown, unjudged, type Evidence, type Judgement } from './judgement.ts';

const idOf = (exchange: Exchange): Json | undefined => valueAt(valueOf(exchange), '/id');

/** What the first successful create of the case answered. */
function createdBefore({ earlier }: Evidence): Json | undefined {
  const creation = earlier.find(
    ({ about, answer }) => about.operation === 'create' && answer !== undefined && succeeded(answer.status),
  );
  return creation && valueOf(creation);
}

/** Judges that a second action has another id than the first. */
export function judgeNewId(evidence: Evidence): Judgement {
  const [first, second] = [valueAt(createdBefore(evidence), '/id'), idOf(evidence.exchange)];
  if (first === undefined || second === undefined) return unjudged('one of the two creates answered no `id`');
  return heldIf(first !== second, () => ({
    message: 'a second action got the id of the first',
    path: '/id',
    kind: 'repeated',
    expected: `another id than ${shown(first)}`,
    actual: shown(second),
  }));
}

/** Judges that a read gives what the create answered. */
export function judgeReadBack(evidence: Evidence, properties: readonly string[]): Judgement {
  const created = createdBefore(evidence);
  const read = valueOf(evidence.exchange);
  if (!isObject(created) || !isObject(read) || !succeeded(evidence.exchange.answer?.status ?? 0)) {
    return unjudged('the create or the read answered no action');
  }
  const findings = properties
    .filter(
      (property) => created[property] !== undefined && !isDeepStrictEqual(created[property], read[property]),
    )
    .map((property) => ({
      message: `\`${property}\` reads differently from the create's answer`,
      path: `/${property}`,
      kind: 'changed',
      expected: shown(created[property]),
      actual: shown(read[property]),
    }));
  return findings.length > 0 ? broken(...findings) : held();
}

/** Judges that a list holds the action that the case created. */
export function judgeListed(evidence: Evidence): Judgement {
  const id = valueAt(createdBefore(evidence), '/id');
  if (id === undefined) return unjudged('no create answered an `id`');
  const actions = actionsIn(evidence.exchange);
  if (typeof actions === 'string') return unjudged(actions);
  return heldIf(
    actions.some((each) => each['id'] === id),
    () => ({
      message: 'the list does not hold the new action',
      path: '/actions',
      kind: 'absent',
      expected: `an action with the id ${shown(id)}`,
      actual: shown(actions.map((each) => each['id'] ?? null)),
    }),
  );
}

/** Judges that a page is no longer than asked for, and says so. */
export function judgePaged({ exchange }: Evidence, perPage: number): Judgement {
  const actions = actionsIn(exchange);
  if (typeof actions === 'string') return unjudged(actions);
  const said = valueAt(valueOf(exchange), '/per_page');
  return heldIf(actions.length <= perPage && said === perPage, () => ({
    message: `a list of ${perPage} a page is not one`,
    path: actions.length > perPage ? '/actions' : '/per_page',
    kind: actions.length > perPage ? 'too-many' : 'other',
    expected: `at most ${perPage} actions, and \`per_page\` ${perPage}`,
    actual: `${actions.length} actions, and \`per_page\` ${shown(said)}`,
  }));
}

/** Judges that no action is there which only a refused request can have left behind. */
export function judgeNothingLeft({ exchange, refusedNames }: Evidence): Judgement {
  const actions = actionsIn(exchange);
  if (typeof actions === 'string') return unjudged(actions);
  const left = actions
    .map((each) => each['name'])
    .filter((name) => typeof name === 'string' && [...refusedNames].some((each) => name.includes(each)));
  return heldIf(left.length === 0, () => ({
    message: `${left.length} of the refused requests left an action behind`,
    path: '/actions',
    kind: 'left-behind',
    expected: 'no action named by a refused request',
    actual: shown(left),
  }));
}

/** The actions in a list, or why there are none to look at. */
function actionsIn(exchange: Exchange): readonly { readonly [name: string]: Json }[] | string {
  const actions = valueAt(valueOf(exchange), '/actions');
  if (!Array.isArray(actions))
    return `the list was answered with ${exchange.answer?.status ?? 'nothing'} and no \`actions\``;
  return (actions as readonly Json[]).filter(isObject);
}
