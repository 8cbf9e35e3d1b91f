import type { About } from '../contracts/case.ts';
import { PLACEHOLDERS } from '../contracts/placeholders.ts';
import { valueAt } from '../contracts/pointer.ts';
import { valueOf } from '../checks/answer-body.ts';
import { call, type Line } from './call.ts';
import type { Values } from './fill.ts';

/**
 * Looks for an Action Module that the tenant has published, so that references to modules can be exercised.
 *
 * @returns values for the placeholders; none where the tenant has no such module, or does not let the token see it.
 */
export async function discoverModule(line: Line): Promise<Values> {
  if (line.tokens.scopes?.has('read:actions') === false) return {};
  const get = async (path: string, place: string): Promise<string | undefined> => {
    const about: About = { operation: 'list', credentials: 'valid', choices: [] };
    const exchange = await call(line, { case: 'set-up', kind: 'read', about, method: 'GET', path });
    const value = valueAt(valueOf(exchange), place);
    // What goes into other requests must be an id and nothing that could be mistaken for JSON.
    return typeof value === 'string' && /^[\w-]+$/.test(value) ? value : undefined;
  };
  const moduleId = await get('/actions/modules?per_page=1', '/modules/0/id');
  if (moduleId === undefined) return {};
  const versionId = await get(`/actions/modules/${moduleId}/versions?per_page=1`, '/versions/0/id');
  if (versionId === undefined) return {};
  return { [PLACEHOLDERS.moduleId]: moduleId, [PLACEHOLDERS.moduleVersionId]: versionId };
}
