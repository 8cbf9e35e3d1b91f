import type { Json } from '../../contracts/expectation.ts';
import { isList, isObject, tokensOf, type JsonObject } from '../../contracts/pointer.ts';
import { DescriptionError, type Documents, type Place } from './place.ts';

/** References that lead only to further references: more of them are no description that anybody wrote. */
const LONGEST_CHAIN = 100;

/** Follows the references of a description, one at a time and from where they stand. Nothing else is ever read. */
export class References {
  readonly documents: Documents;
  private readonly anchors = new Map<string, ReadonlyMap<string, Json>>();

  constructor(documents: Documents) {
    this.documents = documents;
  }

  /** The document that the user named. */
  get root(): Place {
    return { value: this.documents.read(this.documents.root), document: this.documents.root };
  }

  /**
   * A part of a place, with the references on the way to it followed.
   *
   * @returns undefined where there is none.
   */
  child({ value, document }: Place, name: string): Place | undefined {
    if (isList(value)) return /^\d+$/.test(name) ? found(value[Number(name)], document) : undefined;
    if (!isObject(value)) return undefined;
    if (Object.hasOwn(value, name)) return found(value[name], document);
    return referenceIn(value) === undefined
      ? undefined
      : this.child(this.resolved({ value, document }), name);
  }

  /** The place itself or, where it is a reference, what that leads to in the end. */
  resolved(place: Place): Place {
    let current = place;
    for (let steps = 0; steps < LONGEST_CHAIN; steps += 1) {
      const reference = referenceIn(current.value);
      if (reference === undefined) return current;
      current = this.target(reference, current.document);
      if (current.value === place.value) break;
    }
    throw new DescriptionError(`the reference ${shown(place.value)} leads to itself`);
  }

  /** What a reference leads to, which may be a reference again. */
  target(reference: string, from: string): Place {
    const mark = reference.indexOf('#');
    const [file, fragment] =
      mark < 0 ? [reference, ''] : [reference.slice(0, mark), decoded(reference.slice(mark + 1))];
    const embedded = file === '' ? undefined : this.anchorsOf(from).get(file);
    const start: Place = embedded === undefined ? this.open(file, from) : { value: embedded, document: from };
    if (fragment === '' || fragment.startsWith('/')) {
      const target = tokensOf(fragment).reduce<Place | undefined>(
        (place, token) => (place === undefined ? undefined : this.child(place, token)),
        start,
      );
      if (target !== undefined) return target;
    }
    const anchored = this.anchorsOf(start.document).get(`#${fragment}`);
    if (anchored !== undefined) return { value: anchored, document: start.document };
    throw new DescriptionError(`the reference ${JSON.stringify(reference)} leads to nothing`);
  }

  private open(file: string, from: string): Place {
    const document = file === '' ? from : this.documents.locate(file, from);
    return { value: this.documents.read(document), document };
  }

  /** What a document gives a name of its own: `$id`, and `$anchor` with a `#` before it. */
  private anchorsOf(document: string): ReadonlyMap<string, Json> {
    const known = this.anchors.get(document);
    if (known !== undefined) return known;
    const named = new Map<string, Json>();
    const seen = new Set<Json>();
    const open: Json[] = [this.documents.read(document)];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      // An alias of YAML is one value at many places.
      if (typeof value !== 'object' || value === null || seen.has(value)) continue;
      seen.add(value);
      if (isObject(value)) {
        const { $anchor, $dynamicAnchor, $id } = value;
        if (typeof $id === 'string') named.set($id, value);
        for (const anchor of [$anchor, $dynamicAnchor]) {
          if (typeof anchor === 'string') named.set(`#${anchor}`, value);
        }
      }
      open.push(...Object.values(value));
    }
    this.anchors.set(document, named);
    return named;
  }
}

/** The reference that a value is, as it is written. */
export function referenceIn(value: Json | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  const { $ref, $dynamicRef } = value;
  if (typeof $ref === 'string') return $ref;
  return typeof $dynamicRef === 'string' ? $dynamicRef : undefined;
}

const found = (value: Json | undefined, document: string): Place | undefined =>
  value === undefined ? undefined : { value, document };

const shown = (value: Json | undefined): string => JSON.stringify(referenceIn(value));

/** A part of a reference is percent-encoded, as it stands in a URI. What is no encoding is taken as it is. */
export function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** The parts of an object that lead somewhere, each as a place. */
export function entriesOf({ value, document }: Place): readonly (readonly [string, Place])[] {
  const object: JsonObject = isObject(value) ? value : {};
  return Object.entries(object).map(([name, part]) => [name, { value: part, document }]);
}
