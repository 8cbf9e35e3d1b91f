import type { Json } from '../contracts/expectation.ts';
import { parseJson, type ParsedJson } from '../contracts/parse-json.ts';
import type { Exchange } from '../driver/exchange.ts';

/** An answer's body as JSON, or why it is none. */
export type AnswerBody = ParsedJson;

const parsed = new WeakMap<Exchange, AnswerBody>();
const sent = new WeakMap<Exchange['request'], AnswerBody>();

/** The body of an exchange's answer, parsed once however many judges ask. */
export function answerBody(exchange: Exchange): AnswerBody {
  const known = parsed.get(exchange);
  if (known !== undefined) return known;
  const body = parseJson(exchange.answer?.text);
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
  const body = known ?? parseJson(request.body);
  if (known === undefined) sent.set(request, body);
  return 'value' in body ? body.value : undefined;
}
