import { markup, type Html } from './markup.ts';

/** The style of {@link wide}. */
export const wideStyle = '.wide { overflow-x: auto; }';

/** Something that may be wider than the page: it is scrolled by itself, also by the keyboard. */
export const wide = (label: string, content: Html): Html =>
  markup`<div class="wide" role="group" aria-label="${label}" tabindex="0">${content}</div>`;
