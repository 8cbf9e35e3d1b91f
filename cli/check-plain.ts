import { UsageError } from '../driver/errors.ts';

/**
 * Makes sure that nothing was copied along with a credential. The message never repeats it.
 *
 * @param origin where it was given.
 * @throws UsageError where it begins or ends with a blank or a line end.
 */
export function checkEnds(credential: string, origin: string): void {
  refuse(credential, origin, ENDS);
}

/**
 * Makes sure that a token is one that a header can carry. The message never repeats it.
 *
 * @param origin where it was given.
 * @throws UsageError where it has a blank, a line end or another character that is in no token.
 */
export function checkPlain(token: string, origin: string): void {
  refuse(token, origin, FAULTS);
}

function refuse(credential: string, origin: string, faults: typeof FAULTS): void {
  const fault = faults.find(([pattern]) => pattern.test(credential));
  if (fault === undefined) return;
  const [, words, hint] = fault;
  throw new UsageError('NOT_PLAIN', `${origin} ${words}`, hint);
}

const ENDS: readonly (readonly [RegExp, string, string])[] = [
  [
    /\r\n?$/,
    'ends with a line end of Windows',
    'Save the file that it comes from with line ends of Unix, or take it away.',
  ],
  [/\n$/, 'ends with a line end', 'Take it away.'],
  [/^\s|\s$/, 'begins or ends with a blank', 'Take it away.'],
];

const FAULTS: typeof ENDS = [
  [/^bearer\s/i, 'begins with the word Bearer', 'Give the token alone.'],
  ...ENDS,
  [/[^\x21-\x7e]/, 'holds a blank or another character that is in no token', 'Copy it again.'],
];
