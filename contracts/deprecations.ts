import type { Json } from './expectation.ts';
import { isObject, valueAt } from './pointer.ts';
import type { Source } from './requirement.ts';

/** Something that a request may still say, and should not any more. */
export interface Deprecation {
  /** JSON Pointer into the request's body. */
  readonly place: string;
  readonly message: string;
  /** ISO date of the first day on which it is known to be deprecated. */
  readonly since: string;
  readonly source: Source;
}

const TRIGGER_LIST: Source = {
  in: 'recorded',
  fact: 'the recorded lists of triggers of 2026-02-13 and 2026-08-10 call these versions DEPRECATED',
};

const RUNTIMES: Source = {
  in: 'recorded',
  fact: 'no trigger version of the latest recorded list of triggers, of 2026-08-10, offers these runtimes',
};

/** Versions of triggers that tenants themselves list as deprecated, each beside the one that took its place. */
const OLD_TRIGGERS: ReadonlyMap<string, string> = new Map([
  ['post-login v1', 'v3'],
  ['post-login v2', 'v3'],
  ['credentials-exchange v1', 'v2'],
  ['pre-user-registration v1', 'v2'],
  ['post-user-registration v1', 'v2'],
  ['post-change-password v1', 'v2'],
  ['send-phone-message v1', 'v2'],
]);

const OLD_RUNTIMES: ReadonlySet<string> = new Set(['node12', 'node16']);

/** What is deprecated in a request body. */
export function deprecationsIn(body: Json | undefined): readonly Deprecation[] {
  const runtime = valueAt(body, '/runtime');
  const found: Deprecation[] = [];
  if (typeof runtime === 'string' && OLD_RUNTIMES.has(runtime)) {
    found.push({
      place: '/runtime',
      message: `the runtime ${runtime} is no longer offered: use node22`,
      since: '2026-08-10',
      source: RUNTIMES,
    });
  }
  const triggers = valueAt(body, '/supported_triggers');
  for (const [index, trigger] of Array.isArray(triggers) ? (triggers as readonly Json[]).entries() : []) {
    if (!isObject(trigger)) continue;
    const { id, version } = trigger;
    if (typeof id !== 'string' || typeof version !== 'string') continue;
    const current = OLD_TRIGGERS.get(`${id} ${version}`);
    if (current !== undefined) {
      found.push({
        place: `/supported_triggers/${index}/version`,
        message: `the trigger ${id} ${version} is deprecated: use ${current}`,
        since: '2026-02-13',
        source: TRIGGER_LIST,
      });
    }
  }
  return found;
}
