import type { Fault } from '../../contracts/case.ts';
import type { Json } from '../../contracts/expectation.ts';
import type { JsonObject } from '../../contracts/pointer.ts';
import type { FaultyBody } from './faulty-body.ts';

/** A body that the contract forbids for one reason, beside the valid body that it was made of. */
export interface FaultyRequest {
  /** What is wrong, in words: "`name` is null instead of a string". */
  readonly title: string;
  /** Where the fault lies, which keyword of the schema it breaks, and the edit that broke it. */
  readonly fault: Fault;
  /** The body without the fault: a refusal means something where this one is accepted. */
  readonly valid: JsonObject;
  /** What to send, in UTF-8. */
  readonly text: string;
  /** The same as a value, for clients that take one; absent where none stands for the text. */
  readonly value?: Json;
}

/** A faulty body in the form in which it is handed to others. */
export function faultyRequestOf({ title, fault, body }: FaultyBody, valid: JsonObject): FaultyRequest {
  return body.kind === 'json'
    ? { title, fault, valid, text: JSON.stringify(body.value), value: body.value }
    : { title, fault, valid, text: body.text };
}
