import { isDeepStrictEqual } from 'node:util';

import type { Expectation, Json } from '../contracts/expectation.ts';
import { succeeded } from '../contracts/http-status.ts';
import { isList, isObject, valueAt } from '../contracts/pointer.ts';
import { answerBody, sentValue } from './answer-body.ts';
import { broken, heldIf, held, shown, unjudged, type Evidence, type Judgement } from './judgement.ts';
import { areAlike } from './same.ts';

type Echo = Extract<Expectation, { kind: 'echo' }>;
type Default = Extract<Expectation, { kind: 'default' }>;
type Value = Extract<Expectation, { kind: 'value' }>;

/** Judges that the answer repeats what the request said. What the server adds to an item is its own affair. */
export function judgeEcho({ exchange }: Evidence, { property, in: place, parts }: Echo): Judgement {
  const sent = partsOf(valueAt(sentValue(exchange), `/${property}`), parts);
  const body = answerBody(exchange);
  if (sent === undefined) return held(false);
  if ('trouble' in body) return unjudged('the answer is not JSON');
  const got = valueAt(body.value, place);
  if (got === undefined) return held(false);
  return heldIf(repeats(sent, got), () => ({
    message: `${place} does not repeat the \`${property}\` that was sent`,
    path: place,
    kind: 'changed',
    expected: shown(sent),
    actual: shown(partsOf(got, parts)),
  }));
}

/** Judges that the answer to an update repeats of these properties whatever the request said. */
export function judgeEchoes({ exchange }: Evidence, properties: readonly string[]): Judgement {
  const sent = sentValue(exchange);
  const body = okBody(exchange);
  if (!isObject(sent) || !isObject(body)) return unjudged('the request or its answer is no object');
  // What has another type breaks a requirement of its own.
  const named = properties.filter(
    (name) => sent[name] !== undefined && areAlike(name, sent[name], body[name]),
  );
  const findings = named
    .filter((name) => !repeats(ofUpdate(name, sent[name]), ofUpdate(name, body[name])))
    .map((name) => ({
      message: `the answer to the update does not repeat the \`${name}\` that was sent`,
      path: `/${name}`,
      kind: 'changed',
      expected: shown(ofUpdate(name, sent[name])),
      actual: shown(ofUpdate(name, body[name])),
    }));
  return findings.length > 0 ? broken(...findings) : held(named.length > 0);
}

const byText = (a: Json, b: Json): number => (shown(a) < shown(b) ? -1 : 1);

/** Of secrets the names come back, and recorded tenants keep the order in which they were set. */
function ofUpdate(name: string, value: Json | undefined): Json {
  if (name !== 'secrets' || !isList(value)) return value ?? null;
  return value.map((secret) => (isObject(secret) ? (secret['name'] ?? null) : secret)).toSorted(byText);
}

/** Judges that a property which the request left out, or set to its documented default, has that default. */
export function judgeDefault({ exchange }: Evidence, { property, in: place, value }: Default): Judgement {
  const sent = valueAt(sentValue(exchange), `/${property}`);
  const got = valueAt(okBody(exchange), place);
  if ((sent !== undefined && !isDeepStrictEqual(sent, value)) || got === undefined) return held(false);
  return heldIf(isDeepStrictEqual(got, value), () => ({
    message: `${place} is not the documented default for a request without \`${property}\``,
    path: place,
    kind: 'other',
    expected: shown(value),
    actual: shown(got),
  }));
}

/** Judges that a successful answer has a certain value at a place. */
export function judgeValue({ exchange }: Evidence, { in: place, value }: Value): Judgement {
  const body = okBody(exchange);
  if (body === undefined)
    return unjudged(`the request was answered with ${exchange.answer?.status ?? 'nothing'}`);
  const got = valueAt(body, place);
  return heldIf(isDeepStrictEqual(got, value), () => ({
    message: got === undefined ? `the answer has no ${place}` : `${place} is not ${shown(value)}`,
    path: place,
    kind: got === undefined ? 'absent' : 'other',
    expected: shown(value),
    actual: shown(got),
  }));
}

function okBody(exchange: Evidence['exchange']): Json | undefined {
  const status = exchange.answer?.status ?? 0;
  const body = answerBody(exchange);
  return succeeded(status) && 'value' in body ? body.value : undefined;
}

/** Items of an array cut down to these of their properties; anything else as it is. */
function partsOf(value: Json | undefined, parts: readonly string[] | undefined): Json | undefined {
  if (parts === undefined || !Array.isArray(value)) return value;
  return (value as readonly Json[]).map((item) =>
    isObject(item) ? Object.fromEntries(Object.entries(item).filter(([name]) => parts.includes(name))) : item,
  );
}

/** Arrays item by item and in order; objects in the properties that were sent; all else to the letter. */
function repeats(sent: Json, got: Json | undefined): boolean {
  if (Array.isArray(sent)) {
    const items = sent as readonly Json[];
    const gotItems = Array.isArray(got) ? (got as readonly Json[]) : undefined;
    return gotItems?.length === items.length && items.every((item, index) => repeats(item, gotItems[index]));
  }
  if (isObject(sent))
    return isObject(got) && Object.entries(sent).every(([name, value]) => repeats(value, got[name]));
  return sent === got;
}
