import { missing } from './missing.ts';
import { outsideEnum } from './outside-enum.ts';
import { tooFew } from './too-few.ts';
import { tooMany } from './too-many.ts';
import { unknownProperty } from './unknown-property.ts';
import type { Operator, SchemaOperator } from './variation.ts';
import { wrongType } from './wrong-type.ts';

/** Every operator whose faults a JSON Schema can see, by its name. */
export const OPERATORS: Readonly<Record<SchemaOperator, Operator>> = {
  missing,
  'wrong-type': wrongType,
  'unknown-property': unknownProperty,
  'outside-enum': outsideEnum,
  'too-few': tooFew,
  'too-many': tooMany,
};
