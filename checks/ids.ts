import type { Json } from '../contracts/expectation.ts';
import { isList, isObject, valueAt } from '../contracts/pointer.ts';
import { valueOf } from './answer-body.ts';
import {
  broken,
  held,
  heldIf,
  shown,
  unjudged,
  type Evidence,
  type Finding,
  type Judgement,
} from './judgement.ts';
import { shownVersions } from './shown-actions.ts';

/** Judges that a new action has an id that no other has, and that no two actions in a list share one. */
export function judgeNewId(evidence: Evidence): Judgement {
  const { exchange, memory } = evidence;
  if (exchange.about.operation === 'list') return judgeIdsInList(valueAt(valueOf(exchange), '/actions'));
  const id = valueAt(valueOf(exchange), '/id');
  if (id === undefined) return unjudged('the create answered no `id`');
  const isRepeat = memory.isRecording && memory.action(exchange, id)?.creation === exchange.answer?.text;
  // One answer that was recorded twice is not two actions.
  if (isRepeat) return held(false);
  if (memory.wasCreated(exchange, id)) return broken(repeated('an earlier action', '/id', id));
  return memory.isEmpty ? unjudged('no other action was created before it') : held();
}

function judgeIdsInList(actions: Json | undefined): Judgement {
  const ids = (isList(actions) ? actions : []).map((each) => (isObject(each) ? each['id'] : undefined));
  // What is no text breaks a requirement of its own.
  const at = ids.findIndex((id, index) => typeof id === 'string' && ids.indexOf(id) !== index);
  return at < 0
    ? held(ids.length > 1)
    : broken(repeated('another action of the list', `/actions/${at}/id`, ids[at]));
}

const repeated = (whose: string, path: string, id: Json | undefined): Finding => ({
  message: `an action has the id of ${whose}`,
  path,
  kind: 'repeated',
  expected: 'an id that no other action has',
  actual: shown(id),
});

/** Judges that no version has the id of another version, of the same action or of any other. */
export function judgeNewVersionId(evidence: Evidence): Judgement {
  const { exchange, memory } = evidence;
  const versions = shownVersions(evidence).filter(({ value }) => value['id'] !== undefined);
  const findings = versions.flatMap(({ path, value, id: of }): readonly Finding[] => {
    const { id } = value;
    const taken = memory.isTaken(exchange, value, of);
    if (!taken && id !== of) return [];
    return [
      {
        message: `a version has the id of ${taken ? 'another version' : 'its action'}`,
        path: `${path}/id`,
        kind: 'repeated',
        expected: 'an id of its own',
        actual: shown(id),
      },
    ];
  });
  return findings.length > 0 ? broken(...findings) : held(versions.length > 0);
}

/** Judges that a version names no other action than the one that it is of. */
export function judgeOwner(evidence: Evidence): Judgement {
  const named = shownVersions(evidence).flatMap(({ path, value, id: of }) =>
    ['/action_id', '/action/id'].flatMap((at) => {
      const id = valueAt(value, at);
      return typeof id !== 'string' || typeof of !== 'string' ? [] : [{ path: `${path}${at}`, id, of }];
    }),
  );
  const wrong = named.find(({ id, of }) => id !== of);
  if (wrong === undefined) return held(named.length > 0);
  return heldIf(false, () => ({
    message: 'a version names another action than the one that it is of',
    path: wrong.path,
    kind: 'other',
    expected: shown(wrong.of),
    actual: shown(wrong.id),
  }));
}
