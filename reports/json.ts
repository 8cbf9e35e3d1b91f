import type { Json } from '../contracts/expectation.ts';
import { isList } from '../contracts/pointer.ts';
import type { Report } from '../verdicts/report.ts';
import schema from './report.schema.json' with { type: 'json' };

/** The parts of a JSON Schema that say in which order an object's keys are written. */
interface Shape {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly [keyword: string]: unknown;
}

/** A whole schema, with the shapes that it names. */
type RootShape = Shape & { readonly $defs: Readonly<Record<string, Shape>> };

/** The report as the JSON that `report.schema.json` describes, its keys always in the order of the schema. */
export const renderJson = (report: Report): string => jsonText(report, schema);

/** A value as JSON text, its keys in the order of a schema. */
export function jsonText(value: unknown, root: RootShape): string {
  const plain: unknown = JSON.parse(JSON.stringify(value));
  return `${JSON.stringify(isJson(plain) ? ordered(plain, root, root) : plain, null, 2)}\n`;
}

function ordered(value: Json, shape: Shape, root: RootShape): Json {
  const { properties, items } = resolved(shape, root);
  if (isList(value)) return items ? value.map((item) => ordered(item, items, root)) : value;
  // Without properties it is a map, such as headers, and keeps the order in which it came.
  if (value === null || typeof value !== 'object' || properties === undefined) return value;
  const known = Object.keys(properties);
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => known.indexOf(a) - known.indexOf(b))
      .map(([name, part]) => [name, ordered(part, properties[name] ?? {}, root)]),
  );
}

function resolved(shape: Shape, root: RootShape): Shape {
  const target = shape.$ref === undefined ? undefined : root.$defs[shape.$ref.replace('#/$defs/', '')];
  return target ?? shape;
}

/** What `JSON.parse` has just made can be nothing else. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}
