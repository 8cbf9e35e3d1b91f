import type { Json } from '../contracts/expectation.ts';
import type { Exchange } from '../driver/exchange.ts';

/** An answer's body as JSON, or why it is none. */
export type AnswerBody = { readonly value: Json } | { readonly trouble: string };

const parsed = new WeakMap<Exchange, AnswerBody>();
const sent = new WeakMap<Exchange['request'], AnswerBody>();

/** The body of an exchange's answer, parsed once however many judges ask. */
export function answerBody(exchange: Exchange): AnswerBody {
  const known = parsed.get(exchange);
  if (known !== undefined) return known;
  const body = parse(exchange.answer?.text);
  parsed.set(exchange, body);
  return body;
}

/** The body of an exchange's answer; `undefined` where it is no JSON, which is a requirement of its own. */
export function valueOf(exchange: Exchange): Json | undefined {
  const body = answerBody(exchange);
  return 'value' in body ? body.value : undefined;
}

/** The body of an exchange's request; `undefined` where it had none or it was no JSON. */
export function sentValue({ request }: Pick<Exchange, 'request'>): Json | undefined {
  const known = sent.get(request);
  const body = known ?? parse(request.body);
  if (known === undefined) sent.set(request, body);
  return 'value' in body ? body.value : undefined;
}

/** A text as JSON; `undefined` where it is none. */
export function jsonIn(text: string | undefined): Json | undefined {
  const body = parse(text);
  return 'value' in body ? body.value : undefined;
}

/** More nesting than any documented answer has, and far less than the judges can walk. */
const DEEPEST = 100;

function isShallow(value: Json, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= DEEPEST) return Object.keys(value).length === 0;
  return Object.values(value).every((part) => isShallow(part, depth + 1));
}

function parse(text: string | undefined): AnswerBody {
  if (text === undefined) return { trouble: 'there is no body' };
  try {
    // JSON.parse gives nothing but JSON values; its declared type is wider.
    const value = JSON.parse(text) as Json;
    return isShallow(value) ? { value } : { trouble: `it is nested more than ${DEEPEST} deep` };
  } catch (error) {
    if (error instanceof SyntaxError) return { trouble: error.message };
    throw error;
  }
}
