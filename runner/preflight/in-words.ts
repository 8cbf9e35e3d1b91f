import type { TargetError } from '../../driver/errors.ts';

/** What is in the way, and what to do about it. */
export const inWords = ({ message, hint }: TargetError): string =>
  hint === '' ? message : `${message}. ${hint.replace(/\.$/, '')}`;
