import type { Answer, Missing, SentRequest, Trouble } from '../driver/exchange.ts';

/** A request with its answer as a recording has them. What it does not tell is absent, never made up. */
export interface RecordedPair {
  readonly request: SentRequest;
  readonly answer?: Answer;
  readonly trouble?: Trouble;
  /** ISO date and time, where the recording itself says when the request was sent. */
  readonly startedAt?: string;
  /** In milliseconds. */
  readonly durationMs?: number;
  readonly missing: Missing;
}

/** Why an entry of a format that is known holds no request with its answer. */
export interface Unreadable {
  readonly unreadable: string;
}

/** A format of recordings: how an entry of it is known, and how it is read. */
export interface Format {
  readonly name: string;
  /** Looks at the whole shape: one field alone is shared by many formats. */
  readonly recognises: (entry: Entry) => boolean;
  /** `beside` reads a file next to the recording, for formats that keep bodies there. */
  readonly read: (entry: Entry, beside: ReadBeside) => RecordedPair | Unreadable;
}

/** One element of a recording's list, as JSON or YAML says it. */
export type Entry = Readonly<Record<string, unknown>>;

/** The bytes of a file that lies beside the recording; `undefined` where there is none. */
export type ReadBeside = (name: string) => Uint8Array | undefined;
