import type { Source } from '../contracts/requirement.ts';

const ORIGINS = {
  page: 'documentation page',
  openapi: 'OpenAPI description',
  recorded: 'recorded traffic',
} as const;

/** Where a requirement comes from: what kind of source, and the place in it. */
export function sourceWords(source: Source): { readonly kind: string; readonly place: string } {
  return { kind: ORIGINS[source.in], place: placeIn(source) };
}

function placeIn(source: Source): string {
  if (source.in === 'page') return source.part;
  return source.in === 'openapi' ? source.pointer : source.fact;
}
