import { MASK } from '../contracts/mask.ts';
import { SecretSearch } from '../contracts/secret-search.ts';
import type { Headers } from './exchange.ts';
import { withoutLongRuns } from './long-runs.ts';

/** Headers whose values are secrets, whoever sends them. */
const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key']);

/** Whether a header, by its name in lower case, is masked whatever it holds. */
export const isSecretHeader = (name: string): boolean => SECRET_HEADERS.has(name);

/** Bodies longer than this many characters are cut in what is stored. */
const LONGEST_BODY = 8192;

/** Characters of a body that are searched for secrets, as nobody is shown what is beyond. */
const SEARCHED = 256 * 1024;

/** Characters of those that may be shown: what a secret beyond them begins with is not. */
const KEPT = 192 * 1024;

/** Whether a stored body may be less than what was sent or answered. */
export const isShortened = (body: string): boolean =>
  /… \(\d+ more characters\)$|\[. \d{3,} times\]/su.test(body);

/** Headers' lines that are remembered at a time. */
const REMEMBERED_LINES = 256;

/** Takes every secret out of what is stored or shown: known values wherever they stand, and headers by their name. */
export class Redactor {
  private readonly known = new Set<string>();
  /** What masks, also most of a value, and short ones as words; made anew when more is known. */
  private masking = new SecretSearch([]);
  /** What tells that a value was shown. Ordinary text may hold a short one, which is found as a word at the most. */
  private telling = new SecretSearch([]);
  /** Headers' names and lines that were masked before: answers repeat them again and again. */
  private readonly lines = new Map<string, string>();

  /** Adds values that must never be shown. Short ones are masked as words alone: they stand in half of every text. */
  learn(...values: readonly string[]): void {
    const news = values.filter((value) => !this.known.has(value));
    if (news.length === 0) return;
    for (const value of news) this.known.add(value);
    this.masking = new SecretSearch(this.known, { cut: true, words: true });
    this.telling = new SecretSearch(this.known, { cut: true });
    this.lines.clear();
  }

  /** Whether a text holds a secret, or most of one. */
  reveals(text: string): boolean {
    return this.telling.finds(text);
  }

  /** A text without secrets. */
  text(text: string): string {
    return this.masking.masked(text);
  }

  /** A text without secrets; where it is longer than anybody reads, long runs are told in words, and the rest is cut. */
  body(text: string): string {
    const isLong = text.length > SEARCHED;
    const clean = isLong ? this.masking.masked(text.slice(0, SEARCHED), KEPT) : this.text(text);
    if (clean.length <= LONGEST_BODY && !isLong) return clean;
    const told = withoutLongRuns(clean);
    const left = Math.max(0, told.length - LONGEST_BODY) + (isLong ? text.length - KEPT : 0);
    return left === 0 ? told : `${told.slice(0, LONGEST_BODY)}… (${left} more characters)`;
  }

  /** Headers without secrets, each as one line. What goes by one name once it is masked is told in one line, in order. */
  headers(headers: Headers): Readonly<Record<string, string>> {
    const lines = new Map<string, string>();
    for (const [name, value] of Object.entries(headers)) {
      const line = typeof value === 'string' ? value : value.join(', ');
      const clean = isSecretHeader(name) ? MASK : this.line(line);
      const shown = this.line(name);
      const before = lines.get(shown);
      lines.set(shown, before === undefined ? clean : `${before}, ${clean}`);
    }
    return Object.fromEntries(lines);
  }

  private line(line: string): string {
    const known = this.lines.get(line);
    if (known !== undefined) return known;
    const clean = this.text(line);
    if (this.lines.size >= REMEMBERED_LINES) this.lines.clear();
    this.lines.set(line, clean);
    return clean;
  }
}
