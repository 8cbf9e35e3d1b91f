import { content, describe, REFUSED } from '../../bench/openapi.ts';
import type { ApiExamples } from './api-examples.ts';

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

/** What a list may be asked for: some servers refuse a query that no description allows. */
const LIST_QUERY = ['triggerId', 'actionName', 'deployed', 'page', 'per_page', 'installed'].map((name) => ({
  name,
  in: 'query',
  schema: { type: ['string', 'integer', 'boolean'] },
}));

const json = (description: string, example: unknown): object => ({
  description,
  content: { 'application/json': { schema: { type: 'object' }, example } },
});

/**
 * The Actions API as one OpenAPI document, as somebody writes one for a mock server: our schemas, the operations of an
 * action's life, and an answer to show for each.
 */
export async function apiDescription({ action, list, deployed, triggers }: ApiExamples): Promise<string> {
  const anAction = (description: string): object => ({
    description,
    ...content('action', { example: action }),
  });
  return describe('Actions', {
    '/api/v2/actions/actions': {
      post: {
        operationId: 'createAction',
        requestBody: { required: true, ...content('create-action-request') },
        responses: { 201: anAction('The action is created.'), ...REFUSED },
      },
      get: {
        operationId: 'listActions',
        parameters: LIST_QUERY,
        responses: { 200: json('The actions.', list), ...REFUSED },
      },
    },
    '/api/v2/actions/actions/{id}': {
      parameters: [ID],
      get: { operationId: 'readAction', responses: { 200: anAction('The action.'), ...REFUSED } },
      patch: {
        operationId: 'updateAction',
        requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
        responses: { 200: anAction('The action is changed.'), ...REFUSED },
      },
      delete: {
        operationId: 'deleteAction',
        responses: { 204: { description: 'The action is deleted.' }, ...REFUSED },
      },
    },
    '/api/v2/actions/actions/{id}/deploy': {
      parameters: [ID],
      post: {
        operationId: 'deployAction',
        responses: { 202: json('The version that is deployed.', deployed), ...REFUSED },
      },
    },
    '/api/v2/actions/triggers': {
      get: { operationId: 'listTriggers', responses: { 200: json('The triggers.', triggers), ...REFUSED } },
    },
  });
}
