import type { Json } from '../contracts/expectation.ts';
import { childOf, isList, isObject, valueAt } from '../contracts/pointer.ts';
import { schemaFiles, type SchemaFile } from '../contracts/schema-files.ts';
import type { DriftKind, PatchOperation, Undocumented } from './drift.ts';
import { both, inferred, schemaOf, typeOf, type Inferred } from './infer-schema.ts';

/** Something undocumented, as one answer shows it. */
export interface Glimpse {
  readonly kind: DriftKind;
  /** What it is about: `name#/pointer` of a schema, an operation, or the headers. */
  readonly place: string;
  /** The property, the keyword, the status or the header. */
  readonly name: string;
  readonly value: Json;
  /** JSON Pointer into the answer, `header <name>` or `status`. */
  readonly path: string;
}

/** What all glimpses of one thing come to. It does not grow with their number. */
export interface Gathered {
  readonly looks: Inferred;
  /** Lengths of lists and texts, where a limit was broken. */
  readonly shortest: number;
  readonly longest: number;
  /** Properties that were missing. */
  readonly missing: ReadonlySet<string>;
}

/** The same for the same thing, in whatever answer it is seen. */
export function idOf({ kind, name, place, value }: Glimpse): string {
  const own = name === 'enum' ? `:${JSON.stringify(value)}` : '';
  return `${kind}:${place}:${name}${own}`;
}

/** One glimpse as the first of its kind. */
export function gather({ name, value }: Glimpse): Gathered {
  const length = typeof value === 'string' || isList(value) ? value.length : 0;
  const missing = new Set(name === 'required' && typeof value === 'string' ? [value] : []);
  return { looks: inferred(value), shortest: length, longest: length, missing };
}

/** What was gathered before, with one glimpse more. */
export function gatherMore(before: Gathered, glimpse: Glimpse): Gathered {
  const { looks, longest, missing, shortest } = gather(glimpse);
  return {
    looks: both(before.looks, looks),
    shortest: Math.min(before.shortest, shortest),
    longest: Math.max(before.longest, longest),
    missing: new Set([...before.missing, ...missing]),
  };
}

/** Where the contract's answers are written that no schema describes. */
const ANSWERS = 'contracts/answers.json';

/** What would document it. */
export function patchFor({ kind, name, place, value }: Glimpse, seen: Gathered): Undocumented['patch'] {
  if (kind === 'status') {
    const path = childOf(`/operations/${place}/statuses`, name);
    return { file: ANSWERS, operations: [{ op: 'add', path, value: {} }] };
  }
  if (kind === 'header') {
    return { file: ANSWERS, operations: [{ op: 'add', path: '/headers/documented/-', value: name }] };
  }
  const [schema = '', at = ''] = place.split('#');
  const file = `contracts/schemas/${schema}.json`;
  if (kind === 'property') {
    const path = childOf(`${at}/properties`, name);
    return { file, operations: [{ op: 'add', path, value: schemaOf(seen.looks) }] };
  }
  return { file, operations: [loosened(at, name, { seen, value, says: saidAt(schema, at, name) })] };
}

interface Keyword {
  readonly seen: Gathered;
  readonly value: Json;
  /** What the schema says by the keyword. */
  readonly says: Json | undefined;
}

/** A keyword of a schema, changed so that it allows what was seen. */
function loosened(at: string, keyword: string, { seen, value, says }: Keyword): PatchOperation {
  const path = childOf(at, keyword);
  switch (keyword) {
    case 'enum':
      return { op: 'add', path: `${path}/-`, value };
    case 'type':
      return { op: 'replace', path, value: [...new Set([says ?? [], ...seen.looks.types].flat())] };
    case 'required': {
      const left = isList(says)
        ? says.filter((each) => typeof each !== 'string' || !seen.missing.has(each))
        : [];
      return { op: 'replace', path, value: left };
    }
    case 'minItems':
    case 'minLength':
      return { op: 'replace', path, value: seen.shortest };
    case 'maxItems':
      return { op: 'replace', path, value: seen.longest };
    default:
      return { op: 'remove', path };
  }
}

const saidAt = (schema: string, at: string, keyword: string): Json | undefined =>
  isSchemaFile(schema) ? valueAt(schemaFiles[schema], childOf(at, keyword)) : undefined;

const isSchemaFile = (name: string): name is SchemaFile => Object.hasOwn(schemaFiles, name);

/** What was seen, in one sentence. */
export function messageFor({ kind, name, path, place, value }: Glimpse): string {
  switch (kind) {
    case 'status':
      return `a ${place} was answered with ${name}, which is documented for it nowhere`;
    case 'header':
      return `an answer has the header \`${name}\`, which is documented nowhere`;
    case 'property':
      return `\`${path}\` is documented nowhere`;
    case 'value':
      return name === 'required' && typeof value === 'string'
        ? `\`${value}\` is documented as always there, and is missing from ${path === '' ? 'the body' : `\`${path}\``}`
        : `\`${path}\` has a value that its documented \`${name}\` does not allow${isObject(value) ? '' : `: ${typeOf(value)}`}`;
  }
}
