import type { Json } from '../contracts/expectation.ts';

/** A value as the text of a JSON file. */
export const jsonText = (value: Json): string => `${JSON.stringify(value, undefined, 2)}\n`;
