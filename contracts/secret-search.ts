import { decodingsOf, unescaped, type Sought, type Stretch } from './decodings.ts';
import { MASK } from './mask.ts';

/** Encodings within each other that are seen through. */
const MOST_LAYERS = 3;

/** Secrets with fewer characters are only found as whole words: they would be found in half of every text. */
export const SHORTEST_SECRET = 8;

/** Secrets with fewer characters are not looked for. */
const SHORTEST_WORD = 3;

/** From this length on, most of a secret is as good as all of it. */
const SHORTEST_CUT = 16;

/** Characters that may be missing then: fewer than a signature has, as a token without one opens nothing. */
const MOST_MISSING = 8;

const PRINTABLE = /^[ -~]*$/;

/** What is looked for, in its normal form. */
interface Needle {
  readonly text: string;
  /** Where in the secret what is searched for first begins: the middle half, where a part of it is enough. */
  readonly start: number;
  readonly core: string;
  /** Characters that have to be there. */
  readonly least: number;
  readonly isWord: boolean;
}

/** How much of a secret has to be there, and whether short ones are looked for. */
export interface SearchOptions {
  /** Whether what lacks a few characters at its ends is found as well. */
  readonly cut?: boolean;
  /** Whether those that are shorter than {@link SHORTEST_SECRET} are found as words. */
  readonly words?: boolean;
}

/**
 * Searches texts for secrets in a normal form: whatever is escaped or encoded is decoded, one layer after the other,
 * and case is folded, before anything is compared.
 */
export class SecretSearch {
  private readonly needles: readonly Needle[];
  private readonly sought: Sought;

  constructor(secrets: Iterable<string>, { cut = false, words = false }: SearchOptions = {}) {
    const least = words ? SHORTEST_WORD : SHORTEST_SECRET;
    const forms = [...secrets].filter((secret) => secret.length >= least).flatMap(formsOf);
    this.needles = [...new Set(forms)].map((form) => needleOf(form, cut));
    this.sought = {
      shortest: this.needles.reduce((shortest, needle) => Math.min(shortest, needle.least), Infinity),
      isPrintable: this.needles.every(({ text }) => PRINTABLE.test(text)),
    };
  }

  /** Whether a text holds a secret. */
  finds(text: string): boolean {
    return this.stretches(text, MOST_LAYERS).next().done !== true;
  }

  /**
   * A text with the mask in the place of each secret.
   *
   * @param until where to stop: what comes after it is left out, and never begins within a secret.
   */
  masked(text: string, until = text.length): string {
    const found = [...this.stretches(text, MOST_LAYERS)].toSorted((a, b) => a.from - b.from);
    if (found.length === 0) return text.slice(0, until);
    const parts: string[] = [];
    let end = 0;
    for (const { from, to } of found) {
      if (from >= until) break;
      if (from >= end) parts.push(text.slice(end, from), MASK);
      end = Math.max(end, to);
    }
    return parts.join('') + text.slice(end, Math.max(end, until));
  }

  private *stretches(text: string, layers: number): Generator<Stretch> {
    if (text.length < this.sought.shortest) return;
    const folded = fold(text);
    for (const needle of this.needles) yield* placesOf(needle, folded);
    if (layers === 0) return;
    for (const decoding of decodingsOf(text, this.sought)) {
      for (const found of this.stretches(decoding.text, layers - 1)) yield decoding.origin(found);
    }
  }
}

/**
 * A secret as it is, and as the characters of its bytes, which encoded text is decoded to; and both without what looks
 * like an escape in it, as texts are decoded with whatever is in them.
 */
const formsOf = (secret: string): readonly string[] =>
  [secret, Buffer.from(secret).toString('latin1')].flatMap((form) => [form, unescaped(form).text]).map(fold);

/** Lower case, and a space for the plus that stands for it in forms; each place stays the same place. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  // One letter is two in lower case.
  const folded = lower.length === text.length ? lower : text.replaceAll('İ', 'i').toLowerCase();
  return folded.includes('+') ? folded.replaceAll('+', ' ') : folded;
}

function needleOf(text: string, cut: boolean): Needle {
  const { length } = text;
  const isWhole = !cut || length < SHORTEST_CUT;
  const start = isWhole ? 0 : Math.ceil(length / 4);
  return {
    text,
    start,
    core: isWhole ? text : text.slice(start, Math.floor((length * 3) / 4)),
    least: isWhole ? length : Math.max(Math.ceil((length * 3) / 4), length - MOST_MISSING),
    isWord: length < SHORTEST_SECRET,
  };
}

function* placesOf(needle: Needle, text: string): Generator<Stretch> {
  const { core } = needle;
  for (let at = text.indexOf(core); at !== -1; at = text.indexOf(core, at + 1)) {
    const found = grown(needle, text, at);
    if (found.to - found.from < needle.least || (needle.isWord && !isWord(text, found))) continue;
    yield found;
    at = found.to - 1;
  }
}

/** As much of the secret as is there, around its middle. */
function grown({ text: secret, start, core }: Needle, text: string, at: number): Stretch {
  let [first, from] = [start, at];
  while (first > 0 && from > 0 && secret[first - 1] === text[from - 1]) [first, from] = [first - 1, from - 1];
  let [last, to] = [start + core.length, at + core.length];
  while (last < secret.length && secret[last] === text[to]) [last, to] = [last + 1, to + 1];
  return { from, to };
}

const PART_OF_WORD = /[\p{L}\p{N}_]/u;

const isWord = (text: string, { from, to }: Stretch): boolean =>
  !PART_OF_WORD.test(text[from - 1] ?? '') && !PART_OF_WORD.test(text[to] ?? '');
