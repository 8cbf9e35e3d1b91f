import type { Json } from '../contracts/expectation.ts';
import { succeeded } from '../contracts/http-status.ts';
import { isList, isObject, type JsonObject } from '../contracts/pointer.ts';
import { actionIdIn } from './action-id.ts';
import { valueOf } from './answer-body.ts';
import type { Evidence } from './judgement.ts';

/** An action or a version that an answer shows, with where it stands. */
export interface Shown {
  /** JSON Pointer into the answer's body. */
  readonly path: string;
  readonly value: JsonObject;
  /** Id of the action that it is, or is a version of, as far as that is known without it. */
  readonly id: Json | undefined;
}

type Seen = Pick<Evidence, 'exchange' | 'memory'>;

/** The whole actions that a successful answer shows: one, or those of a list that concern whoever judges. */
export function shownActions({ exchange, memory }: Seen): readonly Shown[] {
  const { about, answer } = exchange;
  const body = succeeded(answer?.status ?? 0) ? valueOf(exchange) : undefined;
  if (!isObject(body)) return [];
  if (about.operation === 'deploy' || about.operation === 'delete') return [];
  if (about.operation !== 'list') {
    return [{ path: '', value: body, id: actionIdIn(exchange) ?? body['id'] }];
  }
  const { actions } = body;
  return (isList(actions) ? actions : []).flatMap((value, index) =>
    isObject(value) && memory.concerns(exchange, value['id'])
      ? [{ path: `/actions/${index}`, value, id: value['id'] }]
      : [],
  );
}

/** The versions that a successful answer shows: that of a deploy, and those inside its actions. */
export function shownVersions(seen: Seen): readonly Shown[] {
  const { exchange } = seen;
  const inside = shownActions(seen).flatMap(({ path, value, id }) => {
    const version = value['deployed_version'];
    return isObject(version) ? [{ path: `${path}/deployed_version`, value: version, id }] : [];
  });
  if (exchange.about.operation !== 'deploy') return inside;
  const body = succeeded(exchange.answer?.status ?? 0) ? valueOf(exchange) : undefined;
  return isObject(body) ? [{ path: '', value: body, id: actionIdIn(exchange) }] : [];
}
