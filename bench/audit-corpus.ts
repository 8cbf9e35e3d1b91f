import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'recordings');

/** Recordings made for the bench: what they are like decides how fast they are audited. */
export interface Corpus {
  readonly name: string;
  /** Writes it into an empty folder. */
  readonly write: (folder: string) => void;
}

const MEGABYTE = 1_000_000;

/** Other parts of the API, which clients' tests are mostly about. */
const elsewhere = (text: string): string => text.replaceAll('actions/actions', 'clients/clients');

const cassette = readFileSync(join(FIXTURES, 'go-vcr-v2.yaml'), 'utf8');
const [head = '', ...items] = cassette.split(/(?=^ {4}- id: )/m);

/** A go-vcr cassette of about this many bytes, with the fixture's life of an action again and again. */
function cassetteOf(bytes: number, turn: number): string {
  const life = items.join('').replaceAll('3f6c0f5e', String(turn).padStart(8, '0'));
  return head + life.repeat(Math.max(1, Math.round(bytes / life.length)));
}

const written = (folder: string, count: number, textOf: (turn: number) => string): void => {
  mkdirSync(folder, { recursive: true });
  for (let turn = 0; turn < count; turn += 1) writeFileSync(join(folder, `${turn}.yaml`), textOf(turn));
};

/** One call in so many is about actions in the archive of a browser or a proxy. */
const ONE_IN = 50;

function archive(bytes: number): string {
  const { log } = JSON.parse(readFileSync(join(FIXTURES, 'browser.har'), 'utf8')) as {
    readonly log: { readonly entries: readonly object[] };
  };
  const entries = log.entries.map((entry) => JSON.stringify(entry));
  const parts: string[] = [];
  for (let length = 0, turn = 0; length < bytes; turn += 1) {
    const entry = entries[turn % entries.length] ?? '';
    const part = Math.floor(turn / entries.length) % ONE_IN === 0 ? entry : elsewhere(entry);
    parts.push(part);
    length += part.length;
  }
  return `{"log":{"version":"1.2","entries":[${parts.join(',\n')}]}}`;
}

export const CORPORA: readonly Corpus[] = [
  {
    name: "a client's 500 cassettes, one in twenty about actions",
    write: (folder) =>
      written(folder, 500, (turn) => {
        const text = cassetteOf(100 * (MEGABYTE / 500), turn);
        return turn % 20 === 0 ? text : elsewhere(text);
      }),
  },
  {
    name: 'one HAR of 100 MB, one call in fifty about actions',
    write: (folder) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'all.har'), archive(100 * MEGABYTE));
    },
  },
  {
    name: 'cassettes about nothing but actions, 20 MB',
    write: (folder) => written(folder, 100, (turn) => cassetteOf(20 * (MEGABYTE / 100), turn)),
  },
];
