import { html } from 'hono/html';
import { visible } from '../visible.ts';

/** Markup that is safe to put into a page. */
export type Html = Exclude<ReturnType<typeof html>, Promise<unknown>>;

/** What may stand in a {@link markup} template: text, which is escaped, or markup, which is not. */
export type Content = string | number | Html | readonly Content[];

/** A template of markup. Text in it is escaped, for attributes too, and its control characters are made visible. */
export function markup(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const result = html(strings, ...contents.map(shown));
  if (result instanceof Promise) throw new TypeError('a page is rendered without waiting');
  return result;
}

/** No markup at all, for what a page leaves out. */
export const nothing: Html = markup``;

function shown(content: Content): Content {
  if (isList(content)) return content.map(shown);
  // At run time markup is an object, whatever its type says, and only text is of type string.
  return typeof content === 'string' ? visible(content) : content;
}

function isList(content: Content): content is readonly Content[] {
  return Array.isArray(content);
}
