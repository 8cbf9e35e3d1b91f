import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import type { SentRequest } from '../driver/exchange.ts';
import { pathSegment } from '../driver/path-segment.ts';
import type { PlannedBody, PlannedRequest } from '../properties/case.ts';

/** Real values, by the placeholder that they take the place of. */
export type Values = Readonly<Record<string, string>>;

/** A planned body as it is sent. Values need no escaping: see {@link PLACEHOLDERS}. */
export function fillBody(body: PlannedBody, values: Values): Pick<SentRequest, 'body' | 'encoding'> {
  if (body.kind === 'json') return { body: fill(JSON.stringify(body.value), values) };
  const { text, encoding } = body;
  return { body: fill(text, values), ...(encoding === undefined ? {} : { encoding }) };
}

/** A planned path as it is sent. Its id comes from the target, and so is encoded. */
export function fillPath({ path }: PlannedRequest, values: Values): string {
  return replaced(path, values, pathSegment);
}

/** Whether a request needs the id of an action, and so cannot be sent without one. */
export const needsId = ({ path }: PlannedRequest): boolean => path.includes(PLACEHOLDERS.id);

/** A text with every placeholder in it filled in. */
export function fill(text: string, values: Values): string {
  return replaced(text, values, (value) => value);
}

const PLACEHOLDER = /<<[a-z\d-]+>>/g;

function replaced(text: string, values: Values, form: (value: string) => string): string {
  return text.replaceAll(PLACEHOLDER, (placeholder) => {
    const value = values[placeholder];
    return value === undefined ? placeholder : form(value);
  });
}
