import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

import compatibleTrigger from '../contracts/schemas/compatible-trigger.json' with { type: 'json' };
import request from '../contracts/schemas/create-action-request.json' with { type: 'json' };
import dependency from '../contracts/schemas/dependency.json' with { type: 'json' };
import module from '../contracts/schemas/module.json' with { type: 'json' };
import secret from '../contracts/schemas/secret-request.json' with { type: 'json' };
import triggerId from '../contracts/schemas/trigger-id.json' with { type: 'json' };
import trigger from '../contracts/schemas/trigger.json' with { type: 'json' };
import { childOf, isObject, tokensOf, type JsonObject } from '../contracts/pointer.ts';

/** Every schema that a request body is made of, by `$id`. */
const schemas: ReadonlyMap<string, JsonObject> = new Map(
  [request, trigger, triggerId, compatibleTrigger, dependency, module, secret].map(
    (schema): [string, JsonObject] => [schema.$id, schema],
  ),
);

const validate = new Ajv2020({ allErrors: true, schemas: [...schemas.values()] }).getSchema(request.$id);

/** Everything that the documented schema has against a request body; empty when it is valid. */
export function violations(body: unknown): readonly ErrorObject[] {
  if (validate === undefined) throw new Error(`the schema ${request.$id} is not registered`);
  // Nothing in the request schema is asynchronous, so the answer is never a promise.
  return validate(body) === true ? [] : (validate.errors ?? []);
}

/** Where a violation lies: for a missing property the place where it should have been. */
export function placeOf(violation: ErrorObject): string {
  const { missingProperty } = violation.params as { readonly missingProperty?: unknown };
  return typeof missingProperty === 'string'
    ? childOf(violation.instancePath, missingProperty)
    : violation.instancePath;
}

/**
 * The schema that rules the value at a pointer into the body.
 *
 * @throws Error when the contract says nothing about that place.
 */
export function schemaAt(pointer: string): JsonObject {
  let schema: JsonObject = request;
  for (const token of tokensOf(pointer)) {
    const { properties, items } = schema;
    schema = resolve(
      /^\d+$/.test(token) ? items : isObject(properties) ? properties[token] : undefined,
      pointer,
    );
  }
  return schema;
}

function resolve(schema: unknown, pointer: string): JsonObject {
  if (!isObject(schema)) throw new Error(`the request schema has no place ${pointer}`);
  const { $ref } = schema;
  const target = typeof $ref === 'string' ? schemas.get($ref) : schema;
  if (target === undefined)
    throw new Error(`the request schema refers to ${JSON.stringify($ref)}, which does not exist`);
  return target;
}
