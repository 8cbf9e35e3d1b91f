import { HtmlValidate } from 'html-validate';

/** What an HTML validator has to say of a page. */
export async function htmlMessages(page: string): Promise<readonly string[]> {
  const { results } = await new HtmlValidate({
    extends: ['html-validate:recommended'],
    // Bodies are shown as they came, and a body may have spaces at the end of a line.
    // The id of a requirement has dots in it, and HTML allows them.
    rules: { 'no-trailing-whitespace': 'off', 'valid-id': ['error', { relaxed: true }] },
  }).validateString(page);
  const messages = results.flatMap((result) => result.messages);
  return messages.map(({ line, message, ruleId }) => `${line} ${ruleId}: ${message}`);
}
