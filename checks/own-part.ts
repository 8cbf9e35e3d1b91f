import type { Json } from '../contracts/expectation.ts';
import { isList, isObject } from '../contracts/pointer.ts';
import type { Exchange } from '../driver/exchange.ts';
import type { Evidence } from './judgement.ts';

const ownParts = new WeakMap<Exchange, Json>();

/**
 * The part of an answer's body that it is for whoever judges to judge: all of it, but that in a list the actions of
 * others are left blank. It is made once, since every requirement asks for it.
 */
export function ownPart({ exchange, memory }: Pick<Evidence, 'exchange' | 'memory'>, body: Json): Json {
  if (exchange.about.operation !== 'list' || !isObject(body)) return body;
  const known = ownParts.get(exchange);
  if (known !== undefined) return known;
  const { actions } = body;
  // What has no id could be anybody's.
  const isAnothers = (each: Json): boolean =>
    isObject(each) && typeof each['id'] === 'string' && !memory.concerns(exchange, each['id']);
  const own = isList(actions)
    ? { ...body, actions: actions.map((each) => (isAnothers(each) ? {} : each)) }
    : body;
  ownParts.set(exchange, own);
  return own;
}
