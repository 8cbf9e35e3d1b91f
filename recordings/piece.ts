import { LARGEST_ENTRY } from './window.ts';

/** The bytes of one entry, or why it cannot be had. */
export type Piece = { readonly bytes: Buffer } | { readonly trouble: string };

export const TOO_LONG: Piece = { trouble: `it is longer than ${LARGEST_ENTRY / 2 ** 20} MB` };
