import { markup, nothing, type Html } from './markup.ts';

/** A part of the page with its heading in the margin; `aside` stands below the heading. */
export function section(title: string, body: Html, aside: Html = nothing): Html {
  return markup`<section class="part">
<div class="margin"><h2>${title}</h2>${aside}</div>
<div class="body">${body}</div>
</section>
`;
}
