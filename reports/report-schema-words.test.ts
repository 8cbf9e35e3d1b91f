import { expect, test } from 'vitest';
import type { RequestKind } from '../contracts/case.ts';
import type {
  Credentials,
  Depth,
  FaultOperator,
  Operation,
  Sequence,
  Step,
  WireVariant,
} from '../contracts/exercise.ts';
import type { DriftKind, PatchOperation } from '../drift/drift.ts';
import type { Source } from '../contracts/requirement.ts';
import { VERDICTS, type OverallVerdict } from '../verdicts/verdict.ts';
import schema from './report.schema.json' with { type: 'json' };

const named = schema.$defs;
const about = named.about.properties;
const stage = named.stage.properties;

/** Every word of a union: one more or less does not compile. */
function all<T extends string>(words: Readonly<Record<T, true>>): readonly string[] {
  return Object.keys(words);
}

test.each([
  [
    'depth',
    schema.properties.depth.enum,
    [...Object.keys({ quick: true, standard: true, deep: true } satisfies Record<Depth, true>), 'passive'],
  ],
  [
    'verdict of the run',
    schema.properties.verdict.enum,
    all<OverallVerdict>({ conformant: true, 'not-conformant': true, partial: true }),
  ],
  ['verdict', named.verdict.enum, [...VERDICTS]],
  ['tally', named.tally.required, [...VERDICTS]],
  [
    'source',
    named.source.properties.in.enum,
    all<Source['in']>({ page: true, openapi: true, standard: true, recorded: true }),
  ],
  [
    'kind',
    named.exchange.properties.kind.enum,
    all<RequestKind>({
      create: true,
      probe: true,
      read: true,
      update: true,
      deploy: true,
      cleanup: true,
      token: true,
      pact: true,
    }),
  ],
  [
    'operation',
    about.operation.enum,
    all<Operation>({ create: true, read: true, list: true, update: true, deploy: true, delete: true }),
  ],
  [
    'kind of drift',
    named.driftKind.enum,
    all<DriftKind>({ property: true, value: true, status: true, header: true }),
  ],
  [
    'operation that shows drift',
    named.undocumented.properties.operation.enum,
    all<Operation>({ create: true, read: true, list: true, update: true, deploy: true, delete: true }),
  ],
  [
    'patch operation',
    named.patchOperation.properties.op.enum,
    all<PatchOperation['op']>({ add: true, replace: true, remove: true }),
  ],
  [
    'credentials',
    about.credentials.enum,
    all<Credentials>({
      valid: true,
      none: true,
      'other-scheme': true,
      'no-scheme': true,
      'no-token': true,
      garbage: true,
      foreign: true,
      expired: true,
      unsigned: true,
      'other-algorithm': true,
      tampered: true,
      unscoped: true,
    }),
  ],
  [
    'wire',
    about.wire.enum,
    all<WireVariant>({
      'other-method': true,
      'unknown-path': true,
      'other-content-type': true,
      'form-encoded': true,
      'byte-order-mark': true,
      'duplicate-key': true,
      'not-utf8': true,
      'other-charset': true,
    }),
  ],
  [
    'operator',
    named.fault.properties.operator.enum,
    all<FaultOperator>({
      missing: true,
      'wrong-type': true,
      'unknown-property': true,
      'outside-enum': true,
      'too-few': true,
      'too-many': true,
      'malformed-json': true,
      'empty-body': true,
    }),
  ],
  [
    'sequence',
    stage.sequence.enum,
    all<Sequence>({
      life: true,
      'same-name': true,
      'after-refusals': true,
    }),
  ],
  [
    'step',
    stage.step.enum,
    all<Step>({
      created: true,
      read: true,
      listed: true,
      paged: true,
      awaited: true,
      'read-again': true,
      deployed: true,
      'read-deployed': true,
      updated: true,
      'updated-in-part': true,
      'read-updated': true,
      deleted: true,
      'read-gone': true,
      'deleted-gone': true,
      'created-again': true,
      'left-behind': true,
    }),
  ],
])('%s has the same words in the schema and in the type', (_, inSchema, inType) => {
  expect(inSchema).toEqual(inType);
});
