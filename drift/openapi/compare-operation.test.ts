import type { Operation } from 'rfc6902';
import { describe, expect, it } from 'vitest';

import type { Json } from '../../contracts/expectation.ts';
import { valueAt } from '../../contracts/pointer.ts';
import { compareOperation } from './compare-operation.ts';
import { changedDescription, exampleDescription, SCHEMAS } from './example-description.ts';
import { describedBy, ExampleDocuments } from './example-documents.ts';

const POST = '/paths/~1actions~1actions/post';
const REQUEST = `${SCHEMAS}/CreateActionRequest`;
const BODY = `${POST}/requestBody/content/application~1json/schema`;

const told = (documents: ExampleDocuments): readonly string[] =>
  compareOperation(describedBy(documents)).differences.map(
    ({ kind, at, name }) => `${kind} ${at.trim()} ${name}`,
  );

const toldOf = (operations: readonly Operation[], version = '3.1.0'): readonly string[] =>
  told(new ExampleDocuments({ 'openapi.json': changedDescription(...operations) }, version));

const statuses = (responses: Json): Operation[] => {
  const created = valueAt(exampleDescription(), `${POST}/responses/201`) ?? null;
  const whole = JSON.parse(
    JSON.stringify(responses).replaceAll('"CREATED"', JSON.stringify(created)),
  ) as Json;
  return [{ op: 'replace', path: `${POST}/responses`, value: whole }];
};

const renamedMedia = (at: string, to: string): Operation => ({
  op: 'move',
  from: `${at}/content/application~1json`,
  path: `${at}/content/${to.replaceAll('/', '~1')}`,
});

const refused = { description: 'refused' };

describe('a description that says the same in other words', () => {
  it.each<[string, Operation[]]>([
    ['4XX for every refusal', statuses({ 201: 'CREATED', '4XX': refused })],
    ['4xx in small letters', statuses({ 201: 'CREATED', '4xx': refused })],
    ['2XX for the success', statuses({ '2XX': 'CREATED', '4XX': refused })],
    ['default for the rest', statuses({ 201: 'CREATED', default: refused })],
    ['an extension among the responses', statuses({ 201: 'CREATED', '4XX': refused, 'x-note': 'mine' })],
    ...['*/*', 'application/*', 'application/vnd.auth0+json', 'application/json; charset=utf-8'].map(
      (type): [string, Operation[]] => [
        `the media type ${type}`,
        [renamedMedia(`${POST}/requestBody`, type), renamedMedia(`${POST}/responses/201`, type)],
      ],
    ),
    ['an enum without a type', [{ op: 'remove', path: `${SCHEMAS}/TriggerId/type` }]],
    [
      'what stands beside a reference holds as well',
      [{ op: 'add', path: `${BODY}/required`, value: ['name'] }],
    ],
    [
      'closed by unevaluatedProperties',
      [
        { op: 'remove', path: `${REQUEST}/additionalProperties` },
        { op: 'add', path: `${REQUEST}/unevaluatedProperties`, value: false },
      ],
    ],
    [
      'closed over all its parts',
      [
        { op: 'remove', path: `${REQUEST}/additionalProperties` },
        { op: 'add', path: `${SCHEMAS}/Closed`, value: closedOver('CreateActionRequest') },
        { op: 'replace', path: BODY, value: { $ref: '#/components/schemas/Closed' } },
      ],
    ],
    [
      'a property that belongs to answers alone',
      [
        { op: 'add', path: `${REQUEST}/properties/id`, value: { type: 'string', readOnly: true } },
        { op: 'add', path: `${REQUEST}/required/-`, value: 'id' },
      ],
    ],
    [
      'a property that belongs to requests alone',
      [
        {
          op: 'add',
          path: `${SCHEMAS}/Action/properties/token`,
          value: { $ref: '#/components/schemas/Token' },
        },
        { op: 'add', path: `${SCHEMAS}/Token`, value: { type: 'string', writeOnly: true } },
      ],
    ],
    ['a property that is never allowed', [{ op: 'add', path: `${REQUEST}/properties/owner`, value: false }]],
    [
      'a name in percent-encoding',
      [
        { op: 'move', from: REQUEST, path: `${SCHEMAS}/Create Action` },
        { op: 'replace', path: BODY, value: { $ref: '#/components/schemas/Create%20Action' } },
      ],
    ],
    [
      'an anchor, and an id',
      [
        { op: 'add', path: `${REQUEST}/$anchor`, value: 'create' },
        { op: 'replace', path: BODY, value: { $ref: '#create' } },
        { op: 'add', path: `${SCHEMAS}/Module/$id`, value: 'https://example.com/module' },
        {
          op: 'replace',
          path: `${SCHEMAS}/Action/properties/modules/items`,
          value: { $ref: 'https://example.com/module' },
        },
      ],
    ],
    [
      'a path item among the components',
      [
        { op: 'add', path: '/components/pathItems', value: {} },
        { op: 'move', from: '/paths/~1actions~1actions', path: '/components/pathItems/actions' },
        {
          op: 'add',
          path: '/paths/~1actions~1actions',
          value: { $ref: '#/components/pathItems/actions' },
        },
      ],
    ],
    [
      'a reference into another path, through a reference',
      [
        {
          op: 'add',
          path: '/paths/~1other~1{id}',
          value: {
            get: {
              responses: { 200: { content: { x: { schema: { $ref: '#/components/schemas/Action' } } } } },
            },
          },
        },
        {
          op: 'replace',
          path: `${SCHEMAS}/Action/properties/name`,
          value: { $ref: '#/paths/~1other~1%7Bid%7D/get/responses/200/content/x/schema/properties/code' },
        },
      ],
    ],
    [
      'references elsewhere that lead to nothing',
      [
        { op: 'add', path: '/webhooks', value: { log: { $ref: '#/components/pathItems/Nothing' } } },
        { op: 'add', path: '/x-extension', value: { $ref: 'nowhere.json' } },
        { op: 'add', path: `${REQUEST}/example`, value: { $ref: '#/no/such/place' } },
      ],
    ],
    ['a whole number that is a number, too', [numberAnd('integer')]],
  ])('does not differ: %s', (_, operations) => {
    expect(toldOf(operations)).toEqual([]);
  });

  it('in files that lead back to the first, and opens no other', () => {
    const request = valueAt(exampleDescription(), REQUEST) ?? null;
    const inward = JSON.parse(JSON.stringify(request).replaceAll('"#/', '"openapi.json#/')) as Json;
    const documents = new ExampleDocuments({
      'openapi.json': changedDescription(
        { op: 'replace', path: REQUEST, value: { $ref: 'create.json' } },
        { op: 'add', path: '/webhooks', value: { log: { $ref: 'log.json' } } },
      ),
      'create.json': inward,
      'log.json': {},
    });
    expect(told(documents)).toEqual([]);
    expect(documents.opened).toEqual(['openapi.json', 'create.json']);
  });
});

function closedOver(name: string): Json {
  return { allOf: [{ $ref: `#/components/schemas/${name}` }], unevaluatedProperties: false };
}

function numberAnd(type: string): Operation {
  return {
    op: 'replace',
    path: `${SCHEMAS}/DeployedVersion/properties/number`,
    value: { anyOf: [{ type: 'number' }, { type }] },
  };
}

describe('a description that says something else', () => {
  it.each<[string, Operation[], readonly string[]]>([
    [
      'a refusal that no range covers',
      statuses({ 201: 'CREATED', '5XX': refused, 400: refused, 401: refused, 403: refused }),
      ['response-removed response 429 429', 'response-added response 5XX 5XX'],
    ],
    [
      'a body that is no JSON',
      [renamedMedia(`${POST}/requestBody`, 'application/xml')],
      ['body request application/json'],
    ],
    [
      'a limit beside a reference',
      [{ op: 'add', path: `${BODY}/maxProperties`, value: 3 }],
      ['limit request maxProperties'],
    ],
    [
      'a property of requests that answers alone have',
      [{ op: 'add', path: `${REQUEST}/properties/code/readOnly`, value: true }],
      ['property-removed request /code code'],
    ],
    [
      'the tighter of two limits',
      [
        {
          op: 'replace',
          path: `${REQUEST}/properties/name`,
          value: { allOf: [{ type: 'string', maxLength: 9 }, { maxLength: 5 }] },
        },
      ],
      ['limit request /name maxLength'],
    ],
    [
      'a property in one of two alternatives of a reference and its siblings',
      [
        {
          op: 'add',
          path: `${BODY}/anyOf`,
          value: [{ required: ['code'] }, { required: ['code', 'runtime'] }],
        },
      ],
      ['required request code'],
    ],
  ])('differs: %s', (_, operations, differences) => {
    expect(toldOf(operations)).toEqual(differences);
  });

  it('OpenAPI 3.0 ignores what stands beside a reference', () => {
    expect(toldOf([{ op: 'add', path: `${BODY}/maxProperties`, value: 3 }], '3.0.3')).toEqual([]);
  });

  it.each<[string, Operation[], RegExp]>([
    [
      'to itself, by way of another',
      [
        { op: 'replace', path: REQUEST, value: { $ref: '#/components/schemas/B' } },
        { op: 'add', path: `${SCHEMAS}/B`, value: { $ref: '#/components/schemas/CreateActionRequest' } },
      ],
      /^the reference "#\/components\/schemas\/B" leads to itself$/,
    ],
    [
      'to itself, as a response',
      [{ op: 'replace', path: `${POST}/responses/201`, value: { $ref: `#${POST}/responses/201` } }],
      /responses\/201" leads to itself$/,
    ],
    [
      'to nothing',
      [
        {
          op: 'replace',
          path: `${SCHEMAS}/Action/properties/id`,
          value: { $ref: '#/components/schemas/Id' },
        },
      ],
      /^the reference "#\/components\/schemas\/Id" leads to nothing$/,
    ],
  ])('a reference that leads %s is named', (_, operations, words) => {
    expect(() => toldOf(operations)).toThrow(words);
  });
});

describe('a description that was made to do harm', () => {
  it('parts that double at every step are looked at once each', () => {
    const schemas = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `L${index}`,
        {
          allOf: [
            { $ref: `#/components/schemas/L${index + 1}` },
            { $ref: `#/components/schemas/L${index + 1}` },
          ],
        },
      ]),
    );
    const description = changedDescription(
      ...Object.entries(schemas).map(([name, value]): Operation => ({
        op: 'add',
        path: `${SCHEMAS}/${name}`,
        value,
      })),
      { op: 'add', path: `${SCHEMAS}/L60`, value: { type: 'string' } },
      { op: 'replace', path: `${REQUEST}/properties/name`, value: { $ref: '#/components/schemas/L0' } },
    );
    expect(told(new ExampleDocuments({ 'openapi.json': description }))).toEqual([]);
  });

  it('schemas nested without end are refused in a line', () => {
    let deep: Json = { type: 'string' };
    for (let depth = 0; depth < 20_000; depth += 1) deep = { allOf: [deep] };
    const description = exampleDescription();
    const whole = structuredClone(valueAt(description, '/components/schemas')) as Record<string, Json>;
    whole['Dependency'] = deep;
    expect(() =>
      told(new ExampleDocuments({ 'openapi.json': { ...description, components: { schemas: whole } } })),
    ).toThrow(/nested deeper than 500/);
  });
});
