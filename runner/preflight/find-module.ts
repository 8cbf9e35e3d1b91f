import type { About } from '../../contracts/case.ts';
import type { Json } from '../../contracts/expectation.ts';
import { PLACEHOLDERS } from '../../contracts/placeholders.ts';
import { valueAt } from '../../contracts/pointer.ts';
import { valueOf } from '../../checks/answer-body.ts';
import { call, type Line } from '../call.ts';
import type { Values } from '../fill.ts';

/** What looking for a module came to. */
export interface FoundModule {
  /** For the placeholders; empty where no module can be referred to. */
  readonly values: Values;
  /** Why not. */
  readonly reason: string;
  /** Whether the target has nothing by the path of modules. */
  readonly isNowhere?: true;
}

const none = (reason: string): FoundModule => ({ values: {}, reason });

/** Modules on a page: the most that lists of the Management API give. */
const PER_PAGE = 100;

/** Pages that are looked at: a list that never ends is no reason to go on. */
const MOST_PAGES = 10;

/** Modules that are asked for their versions. */
const MOST_ASKED = 20;

/**
 * Looks for an Action Module that the tenant has published, on every page, so that references to modules can be
 * exercised. A module is published when it has a version.
 */
export async function findModule(line: Line): Promise<FoundModule> {
  if (line.tokens.scopes?.has('read:actions') === false)
    return none('the token may not look for an Action Module to refer to: missing scope read:actions');
  const modules = await allModules(line);
  if ('reason' in modules) return { values: {}, ...modules };
  const likely = modules.items.toSorted((a, b) => publishedIn(b) - publishedIn(a));
  for (const moduleId of likely.flatMap((module) => idIn(module) ?? []).slice(0, MOST_ASKED)) {
    const versions = await list(line, `/actions/modules/${moduleId}/versions?page=0&per_page=1`, 'versions');
    if ('reason' in versions) return none(versions.reason);
    const versionId = idIn(versions.items[0]);
    if (versionId === undefined) continue;
    const values = { [PLACEHOLDERS.moduleId]: moduleId, [PLACEHOLDERS.moduleVersionId]: versionId };
    return { values, reason: '' };
  }
  const count = likely.length;
  return none(
    count === 0
      ? 'the tenant has no Action Module to refer to'
      : `no published one is among the tenant's Action Modules (${count})`,
  );
}

async function allModules(line: Line): Promise<Listed> {
  const items = new Map<string, Json>();
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const listed = await list(line, `/actions/modules?page=${page}&per_page=${PER_PAGE}`, 'modules');
    if ('reason' in listed) return listed;
    const before = items.size;
    for (const item of listed.items) items.set(JSON.stringify(item), item);
    // Where no total is told, a page that brings nothing new is the end.
    if (items.size === before || (listed.total !== undefined && listed.total <= items.size)) break;
  }
  return { items: [...items.values()] };
}

type Listed =
  | { readonly items: readonly Json[]; readonly total?: number | undefined }
  | Pick<FoundModule, 'reason' | 'isNowhere'>;

async function list(line: Line, path: string, property: string): Promise<Listed> {
  const about: About = { operation: 'list', credentials: 'valid', choices: [] };
  const exchange = await call(line, { case: 'set-up', kind: 'read', about, method: 'GET', path });
  const { answer, trouble } = exchange;
  const body = valueOf(exchange);
  const items = valueAt(body, `/${property}`);
  if (trouble === undefined && Array.isArray(items)) {
    const total = valueAt(body, '/total');
    return { items: items as readonly Json[], total: typeof total === 'number' ? total : undefined };
  }
  if (valueAt(body, '/errorCode') === 'feature_not_enabled')
    return { reason: 'Action Modules are not enabled for this tenant (403 feature_not_enabled)' };
  if (trouble !== undefined || answer === undefined)
    return { reason: `the tenant does not tell its Action Modules: ${trouble?.message ?? 'no answer'}` };
  if (answer.status === 404)
    return { reason: 'not offered: the target has no Action Modules (404)', isNowhere: true };
  return { reason: `the target shows no Action Modules: a list of them is answered with ${answer.status}` };
}

/** Whether a module says that it was published: 1 where it does, -1 where it says that it was not. */
function publishedIn(module: Json): number {
  const version = valueAt(module, '/latest_version_number');
  if (typeof version !== 'number') return 0;
  return version > 0 ? 1 : -1;
}

/** The id of an item; what goes into other requests must be one and nothing that could be mistaken for JSON. */
function idIn(item: Json | undefined): string | undefined {
  const value = valueAt(item, '/id');
  return typeof value === 'string' && /^[\w-]+$/.test(value) ? value : undefined;
}
