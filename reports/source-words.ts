import type { Source } from '../contracts/requirement.ts';

const ORIGINS = {
  page: 'documentation page',
  openapi: 'OpenAPI description',
  standard: 'standard',
  recorded: 'recorded traffic',
} as const;

interface SourceWords {
  readonly kind: string;
  readonly place: string;
  /** Where anybody can read it; only the sections of standards have an address of their own. */
  readonly link?: string;
}

/** Where a requirement comes from: what kind of source, the place in it, and its address. */
export function sourceWords(source: Source): SourceWords {
  const kind = ORIGINS[source.in];
  switch (source.in) {
    case 'page':
      return { kind, place: source.part };
    case 'openapi':
      return { kind, place: source.pointer };
    case 'standard':
      return { kind, place: `${source.document}, section ${source.section}`, ...addressOf(source) };
    case 'recorded':
      return { kind, place: source.fact };
  }
}

/** None for what a damaged report calls a standard: a link is nothing that the text of a report may choose. */
function addressOf({ document, section }: Extract<Source, { in: 'standard' }>): { readonly link?: string } {
  const [, number] = /^RFC (\d{1,5})$/.exec(document) ?? [];
  if (number === undefined || !/^[\dA-Z]+(\.\d+)*$/.test(section)) return {};
  return { link: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}` };
}
