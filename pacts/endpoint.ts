import type { Operation } from '../contracts/exercise.ts';
import type { SchemaName } from '../contracts/expectation.ts';
import type { Interaction } from './pact.ts';

/** What the document says of one operation, besides its bodies. */
interface Documented {
  /** The status of a success. */
  readonly success: number;
  readonly refusals: readonly number[];
  readonly query: readonly string[];
  /** Schema of the body of a success; a list holds values of it. */
  readonly answers?: SchemaName;
}

/** Of the published OpenAPI description. */
export const DOCUMENTED: Readonly<Record<Operation, Documented>> = {
  create: { success: 201, refusals: [400, 401, 403, 429], query: [], answers: 'action' },
  read: { success: 200, refusals: [400, 401, 403, 404, 429], query: [], answers: 'action' },
  list: {
    success: 200,
    refusals: [400, 401, 403, 429],
    query: ['triggerId', 'actionName', 'deployed', 'page', 'per_page', 'installed'],
    answers: 'action',
  },
  update: { success: 200, refusals: [400, 401, 403, 404, 429], query: [], answers: 'action' },
  deploy: { success: 202, refusals: [400, 401, 403, 429], query: [], answers: 'deployed-version' },
  delete: { success: 204, refusals: [400, 401, 403, 404, 429], query: ['force'] },
};

const PATH = /^(?:\/api\/v2)?\/actions\/actions(?<item>\/[^/]+)?(?<deploy>\/deploy)?\/?$/;

/** Whatever else the API has of actions, their triggers and their modules. */
const SAME_API = /^(?:\/api\/v2)?\/actions(?:\/|$)/;

/** Whether a request is for an operation of the same API that the contract does not describe. */
export const isOfSameApi = ({ path }: Pick<Interaction['request'], 'path'>): boolean => SAME_API.test(path);

/** The operation of the contract that a request is for; `undefined` where it is for another endpoint. */
export function operationOf({
  method,
  path,
}: Pick<Interaction['request'], 'method' | 'path'>): Operation | undefined {
  const found = PATH.exec(path);
  if (found === null) return undefined;
  const { item, deploy } = found.groups ?? {};
  switch (`${method} ${item === undefined ? 'all' : 'one'}${deploy === undefined ? '' : ' deploy'}`) {
    case 'POST all':
      return 'create';
    case 'GET all':
      return 'list';
    case 'GET one':
      return 'read';
    case 'PATCH one':
      return 'update';
    case 'DELETE one':
      return 'delete';
    case 'POST one deploy':
      return 'deploy';
    default:
      return undefined;
  }
}
