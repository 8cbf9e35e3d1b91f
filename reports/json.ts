import type { Json } from '../contracts/expectation.ts';
import type { Report } from '../verdicts/report.ts';
import schema from './report.schema.json' with { type: 'json' };

/** The parts of a JSON Schema that say in which order an object's keys are written. */
interface Shape {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly [keyword: string]: unknown;
}

const ROOT: Shape = schema;
const NAMED: Readonly<Record<string, Shape>> = schema.$defs;

/** The report as the JSON that `report.schema.json` describes, its keys always in the order of the schema. */
export function renderJson(report: Report): string {
  const plain: unknown = JSON.parse(JSON.stringify(report));
  return `${JSON.stringify(isJson(plain) ? ordered(plain, ROOT) : plain, null, 2)}\n`;
}

function ordered(value: Json, shape: Shape): Json {
  const { properties, items } = resolved(shape);
  if (isList(value)) return items ? value.map((item) => ordered(item, items)) : value;
  // Without properties it is a map, such as headers, and keeps the order in which it came.
  if (value === null || typeof value !== 'object' || properties === undefined) return value;
  const known = Object.keys(properties);
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => known.indexOf(a) - known.indexOf(b))
      .map(([name, part]) => [name, ordered(part, properties[name] ?? {})]),
  );
}

function resolved(shape: Shape): Shape {
  const target = shape.$ref === undefined ? undefined : NAMED[shape.$ref.replace('#/$defs/', '')];
  return target ?? shape;
}

/** `Array.isArray` alone does not tell a read-only list from an object. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** What `JSON.parse` has just made can be nothing else. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}
