import { catalogue } from '../contracts/catalogue.ts';
import { documentedAnswers } from '../contracts/documented-answers.ts';
import { schemaFiles } from '../contracts/schema-files.ts';
import { UsageError } from '../driver/errors.ts';
import { Redactor } from '../driver/redaction.ts';
import { checkPlain } from './check-plain.ts';

/** One word of letters. A token may be letters alone as well, but then it is longer than words are. */
const WORD = /^\p{L}{1,15}$/u;

/**
 * Makes sure that a token can be told from ordinary text, before anything is sent: a report with a word that is taken
 * for a secret would be deleted when the run is over. What is too short to be masked does no such harm.
 *
 * @param origin where it was given.
 * @throws UsageError where it cannot.
 */
export function checkToken(token: string, origin: string): void {
  // With its scheme in front it lets nobody in: the run says so in a report.
  if (!/^\s*bearer\s/i.test(token)) checkPlain(token, origin);
  const redactor = new Redactor();
  redactor.learn(token);
  const ordinary = WORD.test(token) ? token : JSON.stringify([catalogue, documentedAnswers, schemaFiles]);
  if (!redactor.reveals(ordinary)) return;
  throw new UsageError(
    'ORDINARY_TOKEN',
    `${origin} holds an ordinary word, which could not be told from the text of a report`,
    'Give an access token; for a mock that takes any, one with digits in it, such as test-token-1234.',
  );
}
