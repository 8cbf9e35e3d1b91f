import type { Json } from '../contracts/expectation.ts';
import { isObject, valueAt } from '../contracts/pointer.ts';
import type { Exchange } from '../driver/exchange.ts';
import { valueOf } from './answer-body.ts';
import { createdBefore } from './lifecycle.ts';
import { held, heldIf, shown, unjudged, type Evidence, type Judgement } from './judgement.ts';

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

/** Judges that a list counts no fewer actions than it holds. */
export function judgeCounted({ exchange }: Evidence): Judgement {
  const actions = actionsIn(exchange);
  if (typeof actions === 'string') return unjudged(actions);
  const total = valueAt(valueOf(exchange), '/total');
  // A number of another type breaks a requirement of its own.
  if (typeof total !== 'number') return held(false);
  return heldIf(total >= actions.length, () => ({
    message: `the list says that there are ${total} actions, and holds ${actions.length}`,
    path: '/total',
    kind: 'too-few',
    expected: `at least ${actions.length}`,
    actual: shown(total),
  }));
}

/** Judges that a list which was asked for a name holds actions by that name alone. */
export function judgeNamedAsAsked({ exchange }: Evidence): Judgement {
  const actions = actionsIn(exchange);
  if (typeof actions === 'string') return unjudged(actions);
  const wanted = URL.parse(exchange.request.url, 'https://list.invalid')?.searchParams.get('actionName');
  if (wanted === null || wanted === undefined) return held(false);
  const at = actions.findIndex(({ name }) => typeof name === 'string' && name !== wanted);
  return heldIf(at < 0, () => ({
    message: 'the list holds an action by another name than was asked for',
    path: `/actions/${at}/name`,
    kind: 'other',
    expected: shown(wanted),
    actual: shown(actions[at]?.['name']),
  }));
}
