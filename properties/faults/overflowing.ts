import type { Fault } from '../../contracts/case.ts';
import { valueAt, type JsonObject } from '../../contracts/pointer.ts';
import { proveFaultIn } from '../guard.ts';
import { withValueAt } from './edit.ts';
import type { FaultPlace } from './fault-places.ts';
import { nameOf, type FaultyBody } from './faulty-body.ts';
import { typeAt, wrongDigits } from './wrong-type.ts';

/** Numbers that JSON can write and a double cannot hold: parsers make infinities of them, or give up. */
export const OVERFLOWS = ['1e400', '-1e400', '9e999999999'] as const;

/** Stands for the number until its digits are written: no other text of a body is half of a surrogate pair. */
const MARK = '\ud800';

/** Whether any number is a fault at a place; where numbers belong, a greater one may be none. */
export const forbidsNumbers = ({ at, operator }: FaultPlace): boolean =>
  operator === 'wrong-type' && typeAt(at) !== 'integer';

/**
 * Puts a number where the contract wants another type, digit by digit: no value of JavaScript stands for it.
 *
 * @throws UnprovenCaseError when the body is valid, or invalid elsewhere too.
 */
export function overflowing({ at, operator }: FaultPlace, digits: string, twin: JsonObject): FaultyBody {
  const { words, keyword } = wrongDigits(at, digits);
  const text = JSON.stringify(withValueAt(twin, at, MARK)).replace(JSON.stringify(MARK), digits);
  const before = valueAt(twin, at);
  const fault: Fault = {
    at,
    operator,
    keyword,
    ...(before === undefined ? {} : { before }),
    after: digits,
  };
  proveFaultIn(text, fault);
  return { title: `${nameOf(at)} ${words}`, fault, body: { kind: 'text', text } };
}
