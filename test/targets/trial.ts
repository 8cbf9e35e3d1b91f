import type { Judged } from './judged.ts';
import type { ThirdParty } from './third-party.ts';

/** A server and what the suite made of it, or why it could not be tried. */
export type Trial =
  | { readonly server: ThirdParty; readonly judged: Judged }
  | { readonly server: ThirdParty; readonly missing: string };

/** A server that was tried. */
export type Tried = Extract<Trial, { readonly judged: Judged }>;

export const isTried = (trial: Trial): trial is Tried => 'judged' in trial;
