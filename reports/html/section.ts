import { markup, nothing, type Html } from './markup.ts';

/** What a section has besides its heading and its body. */
interface SectionOptions {
  /** Stands below the heading. */
  readonly aside?: Html;
  /** Set for what is looked up rather than read: paper goes without it. */
  readonly onScreenOnly?: boolean;
}

/** A part of the page with its heading in the margin. */
export function section(
  title: string,
  body: Html,
  { aside = nothing, onScreenOnly = false }: SectionOptions = {},
): Html {
  return markup`<section class="part${onScreenOnly ? ' on-screen' : ''}">
<div class="margin"><h2>${title}</h2>${aside}</div>
<div class="body">${body}</div>
</section>
`;
}
