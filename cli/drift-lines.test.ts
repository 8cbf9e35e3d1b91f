import type { Operation } from 'rfc6902';
import { describe, expect, it } from 'vitest';

import type { Json } from '../contracts/expectation.ts';
import { compareOperation } from '../drift/openapi/compare-operation.ts';
import { changedDescription, SCHEMAS } from '../drift/openapi/example-description.ts';
import { describedBy, ExampleDocuments } from '../drift/openapi/example-documents.ts';
import { driftLines } from './drift-lines.ts';

const compared = (description: Json) =>
  compareOperation(describedBy(new ExampleDocuments({ 'openapi.json': description })));

describe('a description that differs', () => {
  it.each<[string, readonly Operation[], readonly Json[], RegExp]>([
    [
      'a property more',
      [{ op: 'add', path: `${SCHEMAS}/Action/properties/current_version`, value: { type: 'object' } }],
      [
        {
          kind: 'property-added',
          at: 'response 201 /current_version',
          name: 'current_version',
          place: 'action#',
          openapi: 'object',
          also: [],
        },
      ],
      /^\+ response 201 \/current_version: a property that the contract does not have, object/,
    ],
    [
      'a property less',
      [{ op: 'remove', path: `${SCHEMAS}/CreateActionRequest/properties/modules` }],
      [
        {
          kind: 'property-removed',
          at: 'request /modules',
          name: 'modules',
          place: 'create-action-request#',
          contract: 'array',
          also: [],
        },
      ],
      /^- request \/modules: no such property/,
    ],
    [
      'another type',
      [{ op: 'replace', path: `${SCHEMAS}/Action/properties/deploy/type`, value: ['boolean', 'null'] }],
      [
        {
          kind: 'type',
          at: 'response 201 /deploy',
          name: 'type',
          place: 'action#/properties/deploy',
          contract: 'boolean',
          openapi: 'boolean or null',
          also: [],
        },
      ],
      /^~ .*type is boolean or null, and boolean in the contract/,
    ],
    [
      'null, as OpenAPI 3.0 says it',
      [{ op: 'add', path: `${SCHEMAS}/Action/properties/deploy/nullable`, value: true }],
      [
        {
          kind: 'type',
          at: 'response 201 /deploy',
          name: 'type',
          place: 'action#/properties/deploy',
          contract: 'boolean',
          openapi: 'boolean or null',
          also: [],
        },
      ],
      /boolean or null/,
    ],
    [
      'another enum, told once though it stands at several places',
      [
        { op: 'add', path: `${SCHEMAS}/TriggerId/enum/-`, value: 'mcp-tool' },
        { op: 'remove', path: `${SCHEMAS}/TriggerId/enum/0` },
      ],
      [
        expect.objectContaining({
          kind: 'enum',
          place: 'trigger-id#',
          at: 'request /supported_triggers/-/id',
        }) as Json,
      ],
      /the enum has "mcp-tool" and it lacks "post-login", and at \d+ other places/,
    ],
    [
      'more that is required',
      [{ op: 'add', path: `${SCHEMAS}/CreateActionRequest/required/-`, value: 'code' }],
      [
        {
          kind: 'required',
          at: 'request ',
          name: 'code',
          place: 'create-action-request#',
          contract: false,
          openapi: true,
          also: [],
        },
      ],
      /`code` is required/,
    ],
    [
      'no format',
      [{ op: 'remove', path: `${SCHEMAS}/Action/properties/built_at/format` }],
      [
        {
          kind: 'format',
          at: 'response 201 /built_at',
          name: 'format',
          place: 'action#/properties/built_at',
          contract: 'date-time',
          also: [],
        },
      ],
      /format is none, and date-time/,
    ],
    [
      'a limit',
      [{ op: 'add', path: `${SCHEMAS}/CreateActionRequest/properties/name/maxLength`, value: 255 }],
      [
        {
          kind: 'limit',
          at: 'request /name',
          name: 'maxLength',
          place: 'create-action-request#/properties/name',
          openapi: 255,
          also: [],
        },
      ],
      /maxLength is 255, and none/,
    ],
    [
      'an open object',
      [{ op: 'remove', path: `${SCHEMAS}/Action/additionalProperties` }],
      [
        {
          kind: 'additional-properties',
          at: 'response 201 ',
          name: 'additionalProperties',
          place: 'action#',
          contract: false,
          openapi: true,
          also: [],
        },
      ],
      /properties are allowed that it does not name/,
    ],
    [
      'other responses',
      [
        { op: 'add', path: '/paths/~1actions~1actions/post/responses/409', value: { description: 'x' } },
        { op: 'remove', path: '/paths/~1actions~1actions/post/responses/403' },
      ],
      [
        { kind: 'response-removed', at: 'response 403', name: '403', also: [] },
        { kind: 'response-added', at: 'response 409', name: '409', also: [] },
      ],
      /^- response 403: no such response/,
    ],
    [
      'no body any more',
      [{ op: 'remove', path: '/paths/~1actions~1actions/post/requestBody' }],
      [{ kind: 'body', at: 'request', name: 'application/json', contract: 'a schema', also: [] }],
      /application\/json is none/,
    ],
  ])('says so: %s', async (_, operations, differences, words) => {
    const comparison = compared(changedDescription(...operations));
    expect(comparison.differences).toEqual(differences);
    expect(driftLines(comparison)[0]).toMatch(words);
  });

  it('by a limit that is known to be told in words alone is known, with the reason', async () => {
    const { differences, known } = compared(
      changedDescription({ op: 'remove', path: `${SCHEMAS}/Action/properties/supported_triggers/maxItems` }),
    );
    expect(differences).toEqual([]);
    expect(known).toMatchObject([
      { name: 'maxItems', reason: expect.stringContaining('one trigger') as string },
    ]);
  });
});
