import { isList, isObject } from '../../contracts/pointer.ts';
import { DescriptionError, type Place } from './place.ts';
import { referenceIn, type References } from './references.ts';
import { ANYTHING, either, ownShape, together, type Schema, type Shape } from './shape.ts';

/** Schemas within schemas; more than anybody writes, and less than what ends the program. */
const DEEPEST = 500;

/** A schema on the way to a shape, and whether the one before it led here by a reference alone. */
interface Step {
  readonly value: object;
  readonly byReference: boolean;
}

/**
 * Finds the shapes of schemas, with what they refer to and are combined with. Parts of an `allOf` hold together, and in
 * OpenAPI 3.1 what stands beside a `$ref` does, too; of alternatives, what any of them allows is allowed. A schema that
 * is part of itself adds nothing the second time.
 */
export class Shapes {
  private readonly references: References;
  /** In OpenAPI 3.0 whatever stands beside a reference is ignored. */
  private readonly hasSiblings: boolean;
  private readonly known = new Map<object, Shape>();

  constructor(references: References) {
    this.references = references;
    this.hasSiblings = !references.documents.version.startsWith('3.0');
  }

  /** @throws DescriptionError where a reference leads nowhere, or to itself. */
  of(schema: Schema): Shape {
    return this.shape(schema, [], false);
  }

  private shape(schema: Schema, steps: readonly Step[], byReference: boolean): Shape {
    if ('all' in schema)
      return schema.all.map((each) => this.shape(each, steps, false)).reduce(together, ANYTHING);
    if ('any' in schema) {
      const [first, ...others] = schema.any.map((each) => this.shape(each, steps, false));
      return first === undefined ? ANYTHING : others.reduce(either, first);
    }
    const { value } = schema;
    if (!isObject(value)) return ownShape(schema);
    const known = this.known.get(value);
    if (known !== undefined) return known;
    if (steps.length > DEEPEST) throw new DescriptionError(`its schemas are nested deeper than ${DEEPEST}`);
    const before = steps.findIndex((step) => step.value === value);
    if (before >= 0) {
      // Only references lead from it to itself, and so nothing ever says what it is.
      if (byReference && steps.slice(before + 1).every((step) => step.byReference)) {
        throw new DescriptionError(`the reference ${JSON.stringify(referenceIn(value))} leads to itself`);
      }
      return ANYTHING;
    }
    const shape = this.whole(schema, [...steps, { value, byReference }]);
    this.known.set(value, shape);
    return shape;
  }

  private whole(place: Place, steps: readonly Step[]): Shape {
    const { value, document } = place;
    const reference = referenceIn(value);
    const target = reference === undefined ? undefined : this.references.target(reference, document);
    if (target !== undefined && !this.hasSiblings) return this.shape(target, steps, true);
    const partsOf = (keyword: string): readonly Place[] => {
      const parts = isObject(value) ? value[keyword] : undefined;
      return (isList(parts) ? parts : []).map((part) => ({ value: part, document }));
    };
    const alternatives = ['oneOf', 'anyOf'].map(partsOf).filter((any) => any.length > 0);
    const shape = [
      ...(target === undefined ? [] : [this.shape(target, steps, true)]),
      ...partsOf('allOf').map((part) => this.shape(part, steps, false)),
      ...alternatives.map((any) => this.shape({ any }, steps, false)),
    ].reduce(together, ownShape(place));
    // It closes over the properties of all that the schema is combined with.
    const isClosed = isObject(value) && value['unevaluatedProperties'] === false;
    return isClosed ? { ...shape, open: false } : shape;
  }
}
