import type { SentRequest } from './exchange.ts';

/** Text as one word of a POSIX shell. */
export const shellWord = (text: string): string =>
  /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * A shell line that sends a request again. The token comes from the environment, where `Authorization` was a bearer
 * token at all, so that the line can be passed on.
 *
 * @param request a request that is redacted already.
 * @param bearer whether the request carried a token of the user's.
 */
export function curlLine({ method, url, headers, body }: SentRequest, bearer: boolean): string {
  const words = ['curl', '-sS', '-i', '-X', method, shellWord(url)];
  if (bearer) words.push('-H', '"Authorization: Bearer $AUTH0_API_TOKEN"');
  for (const [name, value] of Object.entries(headers)) {
    if (name !== 'authorization') words.push('-H', shellWord(`${name}: ${String(value)}`));
  }
  // Not `--data-binary`: to that a body that begins with `@` is the name of a file.
  if (body !== undefined) words.push('--data-raw', shellWord(body));
  return words.join(' ');
}
