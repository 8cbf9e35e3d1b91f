import type { SentRequest } from './exchange.ts';

/** Text as one word of a POSIX shell. */
export const shellWord = (text: string): string =>
  /^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** The same letter or digit again and again. */
const LONG_RUN = /([A-Za-z0-9])\1{99,}/g;

/** A body as one word; of a long run it has the length, and leaves the rest to the shell. */
function bodyWord(body: string): string {
  const pieces: string[] = [];
  let end = 0;
  for (const { 0: run, 1: each = '', index } of body.matchAll(LONG_RUN)) {
    pieces.push(shellWord(body.slice(end, index)), `"$(printf '%${run.length}s' | tr ' ' ${each})"`);
    end = index + run.length;
  }
  return [...pieces, shellWord(body.slice(end))].join('');
}

const ICONV_NAMES = { latin1: 'ISO-8859-1', utf16le: 'UTF-16LE' } as const;

/**
 * A shell line that sends a request again.
 *
 * @param request a request that is redacted already.
 * @param secret what to write into `Authorization` in the place of a secret, such as `Bearer $AUTH0_API_TOKEN`, so that
 *   the line can be passed on; left out where that header holds none, and is repeated as it was.
 */
export function curlLine({ method, url, headers, body, encoding }: SentRequest, secret?: string): string {
  const words = ['curl', '-sS', '-i', '-X', method, shellWord(url)];
  for (const [name, value] of Object.entries(headers)) {
    const isSecret = name === 'authorization' && secret !== undefined;
    words.push('-H', isSecret ? `"Authorization: ${secret}"` : shellWord(`${name}: ${String(value)}`));
  }
  if (body === undefined) return words.join(' ');
  if (encoding !== undefined) {
    const bytes = `printf %s ${bodyWord(body)} | iconv -f UTF-8 -t ${ICONV_NAMES[encoding]}`;
    return `${bytes} | ${[...words, '--data-binary', '@-'].join(' ')}`;
  }
  // Not `--data-binary`: to that a body that begins with `@` is the name of a file.
  return [...words, '--data-raw', bodyWord(body)].join(' ');
}
