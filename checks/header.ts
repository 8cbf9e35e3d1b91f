import type { Expectation } from '../contracts/expectation.ts';
import type { Answer } from '../driver/exchange.ts';
import { held, heldIf, shown, type Judgement } from './judgement.ts';

type Header = Extract<Expectation, { kind: 'header' }>;

/** Judges that answers with a status have a header, or that the header they have names an authentication scheme. */
export function judgeHeader({ status, headers }: Answer, { name, of, naming }: Header): Judgement {
  const value = headers[name];
  if (status !== of || (naming !== undefined && value === undefined)) return held(false);
  if (naming === undefined) {
    return heldIf(value !== undefined, () => ({
      message: `an answer with ${of} has no \`${name}\``,
      path: `header ${name}`,
      kind: 'absent',
      expected: 'the header',
      actual: 'nothing',
    }));
  }
  // Several challenges may stand in one line or in several: a scheme begins a line, or comes after a comma.
  const challenges = [value ?? ''].flat().join(', ');
  return heldIf(new RegExp(`(?:^|,)\\s*${naming}(?:[\\s,]|$)`, 'i').test(challenges), () => ({
    message: `\`${name}\` does not name the scheme ${naming}`,
    path: `header ${name}`,
    kind: 'other',
    expected: naming,
    actual: shown(challenges),
  }));
}
