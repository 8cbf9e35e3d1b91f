import { visible } from './visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A parser turns these into spaces when they stand in an attribute unescaped.
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text that may stand in XML 1.0, in an attribute as well as between tags. */
export function xmlText(text: string): string {
  return visible(text).replaceAll(/[&<>"'\n\t]/g, (character) => ENTITIES[character] ?? '');
}

/** A tag's attributes, each escaped. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
