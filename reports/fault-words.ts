import type { Fault } from '../contracts/case.ts';
import type { Json } from '../contracts/expectation.ts';
import { clip } from './clip.ts';

/** Longer values are in the body of the exchange anyway. */
const LONGEST = 160;

/** One side of a fault's edit, as JSON text. */
export function editSide(value: Json | undefined): string {
  return value === undefined ? 'nothing' : clip(JSON.stringify(value), LONGEST);
}

/** The place that a fault is at: a JSON Pointer, or the body itself. */
export function faultPlace(fault: Fault): string {
  return fault.at === '' ? 'the body' : fault.at;
}

/** A fault on one line: `/name missing (required): "a" -> nothing`. */
export function faultWords(fault: Fault): string {
  const edit = `${editSide(fault.before)} -> ${editSide(fault.after)}`;
  return `${faultPlace(fault)} ${fault.operator} (${fault.keyword}): ${edit}`;
}
