import type { Starting } from '../../bench/children.ts';
import type { Installed } from '../../bench/install-package.ts';

/** The port, and the folders of a server. */
export interface Place {
  /** Where it was installed. */
  readonly installed: string;
  /** A folder of its own, gone after the run. */
  readonly scratch: string;
  readonly port: number;
}

/** What a person who knows a server says of it. */
export interface Said {
  /** How closely it looks at the bodies that it is sent. */
  readonly care: 'validates' | 'looks at a little' | 'refuses nothing';
  /** How a run is to end: 1 where it is judged and found wanting, 3 where it cannot be judged. */
  readonly exitCode: 1 | 3;
  /** Whether its builds never end, which a run waits for a while. */
  readonly endlessBuilds?: true;
  /** Ids of the causes that have to be told. */
  readonly causes: readonly string[];
  /** Ids of the causes that would be wrong. */
  readonly notCauses: readonly string[];
  /** Globs of what it really breaks, each looked at by hand: anything else that falls is a false finding. */
  readonly breaks: readonly string[];
}

/** A server that somebody else wrote. */
export interface ThirdParty {
  /** In kebab case, such as `prism-dynamic`. */
  readonly name: string;
  /** Such as `Prism, dynamic`. */
  readonly title: string;
  readonly version: string;
  readonly from: 'npm' | 'npm, run by Java' | 'Maven' | 'Go';
  readonly says: Said;
  /** Finds it, or fetches it. */
  install(progress: (line: string) => void): Promise<Installed>;
  /** Writes what it needs, and says how it is started. */
  prepare(place: Place): Promise<Omit<Starting, 'name'>>;
  /** The authority that its clients must trust, where it speaks TLS as `localhost`. */
  authority?(scratch: string): string;
  /** The token that it takes: any by default. */
  token?(origin: string): Promise<string>;
  /** Tells it what to answer, once it listens. */
  furnish?(origin: string): Promise<void>;
}
