import { randomBytes } from 'node:crypto';

/** An id that no other run has, for names and secrets. */
export const newRunId = (): string => randomBytes(4).toString('hex');
