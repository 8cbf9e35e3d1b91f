import { formsOf } from '../contracts/encodings.ts';
import { MASK, masked } from '../contracts/mask.ts';
import type { Headers } from './exchange.ts';

/** Headers whose values are secrets, whoever sends them. */
const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key']);

/** Whether a header, by its name in lower case, is masked whatever it holds. */
export const isSecretHeader = (name: string): boolean => SECRET_HEADERS.has(name);

/** Bodies longer than this many characters are cut in what is stored. */
const LONGEST_BODY = 8192;

/** The same character again and again, as nobody counts it. */
const LONG_RUN = /(.)\1{99,}/gsu;

/** Whether a stored body may be less than what was sent or answered. */
export const isShortened = (body: string): boolean =>
  /… \(\d+ more characters\)$|\[. \d{3,} times\]/su.test(body);

/** Headers' lines that are remembered at a time. */
const REMEMBERED_LINES = 256;

/** Takes every secret out of what is stored or shown: known values wherever they stand, and headers by their name. */
export class Redactor {
  /** Every form of every value, the longest first: one may begin with another. */
  private values: readonly string[] = [];
  private readonly known = new Set<string>();
  /** Headers' names and lines that were masked before: answers repeat them again and again. */
  private readonly lines = new Map<string, string>();

  /** Adds values that must never be shown; short ones are left alone, since they would mask half of every text. */
  learn(...values: readonly string[]): void {
    const news = values.filter((value) => value.length >= 8 && !this.known.has(value));
    if (news.length === 0) return;
    for (const value of news) this.known.add(value);
    const forms = news.flatMap(formsOf);
    this.values = [...new Set([...this.values, ...forms])].toSorted((a, b) => b.length - a.length);
    this.lines.clear();
  }

  /** Whether a text holds a secret. */
  reveals(text: string): boolean {
    return this.values.some((value) => text.includes(value));
  }

  /** A text without secrets. */
  text(text: string): string {
    return masked(text, this.values);
  }

  /** A text without secrets; where it is longer than anybody reads, long runs are told in words, and the rest is cut. */
  body(text: string): string {
    const clean = this.text(text);
    if (clean.length <= LONGEST_BODY) return clean;
    const told = clean.replaceAll(
      LONG_RUN,
      (run, each: string) => `[${each} ${run.length / each.length} times]`,
    );
    if (told.length <= LONGEST_BODY) return told;
    return `${told.slice(0, LONGEST_BODY)}… (${told.length - LONGEST_BODY} more characters)`;
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
