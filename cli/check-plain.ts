import { UsageError } from '../driver/errors.ts';

/**
 * Makes sure that a credential is one, and nothing that was copied along with it. The message never repeats it.
 *
 * @param origin where it was given.
 * @throws UsageError where it has a blank, a line end or a character that no header can carry.
 */
export function checkPlain(credential: string, origin: string): void {
  const fault = FAULTS.find(([pattern]) => pattern.test(credential));
  if (fault === undefined) return;
  const [, words, hint] = fault;
  throw new UsageError('NOT_PLAIN', `${origin} ${words}`, hint);
}

const FAULTS: readonly (readonly [RegExp, string, string])[] = [
  [/^bearer\s/i, 'begins with the word Bearer', 'Give the token alone.'],
  [
    /\r\n?$/,
    'ends with a line end of Windows',
    'Save the file that it comes from with line ends of Unix, or take it away.',
  ],
  [/\n$/, 'ends with a line end', 'Take it away.'],
  [/^\s|\s$/, 'begins or ends with a blank', 'Take it away.'],
  [/[^\x21-\x7e]/, 'holds a blank or another character that is in no credential', 'Copy it again.'],
];
