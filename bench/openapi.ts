import { readdir, readFile } from 'node:fs/promises';

import { stringIn } from './json.ts';

const SCHEMAS = new URL('../contracts/schemas/', import.meta.url);

/** The statuses with which the published description lets a create be refused, and the method and content type of one. */
const REFUSALS = [400, 401, 403, 404, 405, 409, 415, 429];

/**
 * Our schemas as one OpenAPI document with the create operation.
 * @param example the answer that a server is to show, so that all of them send as many bytes; none where it is left out.
 */
export async function openApiDocument(example: unknown): Promise<string> {
  return describe('Create an action', {
    '/actions/actions': {
      post: {
        operationId: 'createAction',
        requestBody: { required: true, ...content('create-action-request') },
        responses: {
          201: { description: 'The action is created.', ...content('action', { example }) },
          ...REFUSED,
        },
      },
    },
  });
}

/** An OpenAPI document of these paths, with our schemas under their names and a bearer token asked for everywhere. */
export async function describe(title: string, paths: object): Promise<string> {
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title, version: '1.0.0' },
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: await readSchemas(),
    },
  });
}

/** A body in JSON, of the schema with this name. */
export function content(schema: string, more: object = {}): object {
  return { content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, ...more } } };
}

/** The responses with which an operation may refuse a request. */
export const REFUSED: Readonly<Record<string, object>> = Object.fromEntries(
  REFUSALS.map((status) => [String(status), { description: 'The request is refused.', ...content('error') }]),
);

async function readSchemas(): Promise<Record<string, unknown>> {
  const files = (await readdir(SCHEMAS)).filter((name) => name.endsWith('.json'));
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, SCHEMAS), 'utf8')));
  return Object.fromEntries(
    texts.map((text): [string, unknown] => [
      nameOf(stringIn(JSON.parse(text), '$id')),
      JSON.parse(text, inOneDocument),
    ]),
  );
}

/** Our ids are URNs that end in the schema's name. */
const nameOf = (id: string): string => id.replace(/^.*:/, '');

function inOneDocument(key: string, value: unknown): unknown {
  // In one document a schema is known by its place; an id of its own would be the base of its references.
  if (key === '$id' || key === '$schema') return undefined;
  return key === '$ref' ? `#/components/schemas/${nameOf(String(value))}` : value;
}
