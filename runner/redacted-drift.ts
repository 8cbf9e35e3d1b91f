import type { Json } from '../contracts/expectation.ts';
import { isList, isObject } from '../contracts/pointer.ts';
import type { Redactor } from '../driver/redaction.ts';
import type { Drift, PatchOperation, Undocumented } from '../drift/drift.ts';

/**
 * Drift as it may be stored and shown: names and values in it are a target's, and may hold a secret. Parts that differ in
 * nothing but a secret are one, as the first of them shows it.
 */
export function redactedDrift({ undocumented, unseen }: Drift, redactor: Redactor): Drift {
  const parts = new Map<string, Undocumented>();
  for (const part of undocumented) {
    const clean = redactedPart(part, redactor);
    if (!parts.has(clean.id)) parts.set(clean.id, clean);
  }
  return { undocumented: [...parts.values()], unseen };
}

function redactedPart(part: Undocumented, redactor: Redactor): Undocumented {
  const { file, operations } = part.patch;
  return {
    ...part,
    id: redactor.text(part.id),
    message: redactor.text(part.message),
    path: redactor.text(part.path),
    observed: redactor.body(part.observed),
    patch: { file, operations: operations.map((operation) => redactedOperation(operation, redactor)) },
  };
}

function redactedOperation(operation: PatchOperation, redactor: Redactor): PatchOperation {
  const path = redactor.text(operation.path);
  if (operation.op === 'remove') return { op: 'remove', path };
  return { op: operation.op, path, value: redactedValue(operation.value, redactor) };
}

function redactedValue(value: Json, redactor: Redactor): Json {
  if (typeof value === 'string') return redactor.text(value);
  if (isList(value)) return value.map((part) => redactedValue(part, redactor));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [redactor.text(name), redactedValue(part, redactor)]),
  );
}
