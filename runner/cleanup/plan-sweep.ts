import { isNameOfRun, isOwnName } from '../action-name.ts';
import type { Line } from '../call.ts';
import { isActionId } from './action-id.ts';
import type { Found } from './actions-in.ts';
import type { Cleaning } from './cleaning.ts';
import { answeredWith } from './delete-action.ts';
import { findByName } from './find-by-name.ts';
import { whyNoList, type Listing } from './list-all.ts';
import { readAction } from './read-action.ts';

/** What a run that did not come to its end may have left on its target. */
export interface Leftover {
  /** Id of that run; `undefined` where actions of any run of the suite are meant. */
  readonly run: string | undefined;
  /** When that run began, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** Actions that it created and did not delete: by id the name that was asked for, empty where that is not known. */
  readonly ids: ReadonlyMap<string, string>;
  /** Names that it asked for, without having heard what came of it. */
  readonly names: ReadonlySet<string>;
  /** Strikes what was swept from wherever it was noted. */
  settle(swept: Pick<SweepPlan, 'left' | 'unknown'>): void;
}

/** What a sweep would do. */
export interface SweepPlan {
  /** Actions of the run, by id the name that the target shows: they are deleted. */
  readonly own: ReadonlyMap<string, string>;
  /** Ids of those that are not there. */
  readonly absent: readonly string[];
  /** What is not the run's, and is left alone: by id, or by a name that was asked for, with the reason. */
  readonly foreign: ReadonlyMap<string, string>;
  /** Actions of which the target does not show whose they are, by id with the reason. */
  readonly left: ReadonlyMap<string, string>;
  /** Names that could not be looked for, with the reason. */
  readonly unknown: ReadonlyMap<string, string>;
}

/** How far the clocks of this machine and of the target may be apart, in milliseconds. */
const CLOCK_SKEW_MS = 10 * 60_000;

/** Finds out what may be deleted of what an earlier run left. It sends no request that changes anything. */
export async function planSweep(
  line: Line & { readonly cleaning: Cleaning },
  leftover: Leftover,
  listing: Listing,
): Promise<SweepPlan> {
  const { startedAt, ids } = leftover;
  const own = new Map<string, string>();
  const absent: string[] = [];
  const foreign = new Map<string, string>();
  const left = new Map<string, string>();
  const unknown = new Map<string, string>();
  const names = new Set(leftover.names);
  for (const [id, asked] of ids) {
    if (!isActionId(id)) {
      foreign.set(id, 'that is no id of an action');
      continue;
    }
    const shown = await lookAt(line, id, listing);
    if ('reason' in shown) left.set(id, shown.reason);
    else if (shown.name === undefined) absent.push(id);
    else if (mayDelete(leftover, shown.name, asked)) own.set(id, shown.name);
    else foreign.set(id, `it is called ${shown.name}, which is not a name of ${ownerOf(leftover)}`);
    // Whatever became of this id, the create may have brought about another.
    if (!own.has(id) && asked !== '') names.add(asked);
  }
  for (const name of names) {
    if (leftover.run === undefined || !isNameOfRun(leftover.run, name)) {
      if (leftover.names.has(name)) foreign.set(name, `that is not a name of ${ownerOf(leftover)}`);
      continue;
    }
    const { found, reason } = await search(line, name, listing);
    if (found === undefined) unknown.set(name, reason);
    // Somebody's action that was there before the run is not the run's, whatever its name.
    for (const each of found ?? []) if (!(each.createdAt < startedAt - CLOCK_SKEW_MS)) own.set(each.id, name);
  }
  return { own, absent: absent.filter((id) => !own.has(id)), foreign, left, unknown };
}

const ownerOf = ({ run }: Leftover): string => (run === undefined ? 'the suite' : `the run ${run}`);

/** Whether a name that the target shows proves that the action is one to sweep. */
function mayDelete({ run }: Leftover, shown: string, asked: string): boolean {
  // Some cases put spaces around the name, and some targets take them away.
  const name = shown.trim();
  if (run === undefined) return isOwnName(name);
  return isNameOfRun(run, name) && (isOwnName(name) || name === asked.trim());
}

/** The name that the target shows of an action: none where there is no such action. */
async function lookAt(
  line: Line & { readonly cleaning: Cleaning },
  id: string,
  { actions, isComplete }: Listing,
): Promise<{ readonly name: string | undefined } | { readonly reason: string }> {
  const listed = actions.find((each) => each.id === id);
  if (listed !== undefined && listed.name !== '') return { name: listed.name };
  if (listed === undefined && isComplete) return { name: undefined };
  if (!line.cleaning.mayTry(id, line.sender.total)) return { reason: 'the target does not show its name' };
  const reading = await readAction(line, id);
  if (reading.shows === 'absence') return { name: undefined };
  if (reading.shows === 'action') return { name: reading.name };
  const reason = `${answeredWith('GET', reading.exchange)}, so that it is not known whose it is`;
  line.cleaning.noteFailure(id, reason, [reading.exchange]);
  return { reason };
}

async function search(
  line: Line & { readonly cleaning: Cleaning },
  name: string,
  { actions, isComplete, exchange }: Listing,
): Promise<{ readonly found?: readonly Found[]; readonly reason: string }> {
  const listed = actions.filter((each) => each.name === name);
  if (isComplete || listed.length > 0) return { found: listed, reason: '' };
  const reason = whyNoList(exchange);
  if (!line.cleaning.mayTry(name, line.sender.total)) return { reason };
  const searched = await findByName(line, name);
  if (searched.found !== undefined) return { found: searched.found, reason };
  line.cleaning.noteFailure(name, reason, [searched.exchange]);
  return { reason };
}
