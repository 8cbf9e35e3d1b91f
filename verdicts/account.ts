import type { Fault } from '../contracts/case.ts';
import { isDeterministic, type Phase } from '../contracts/phase.ts';
import type { Requirement } from '../contracts/requirement.ts';
import type { ReportedFinding } from './report.ts';

/** Where a judgement comes from. */
export interface Origin {
  readonly case: string;
  readonly exchange: string;
  readonly phase: Phase;
  /** Length of the request's body: the shorter, the easier a finding is to read. */
  readonly size: number;
  readonly fault?: Fault;
  /** The valid case whose acceptance gives a refusal its meaning. */
  readonly twin?: string;
}

/** The smallest finding of a kind, with what orders and groups it. */
export interface TalliedFinding {
  readonly finding: ReportedFinding;
  readonly size: number;
  /** How many findings of its kind there were. */
  times: number;
}

/** A finding as it was booked. */
export interface Booked {
  readonly finding: ReportedFinding;
  /** Whether it is the first of its kind, a smaller example of a kind that is known, or neither. */
  readonly news: 'first' | 'smaller' | 'none';
}

/** How many exchanges kept a requirement, and how many of them could have broken it. */
export interface Kept {
  times: number;
  observed: number;
}

/** How many exchanges of the plan, and of what was drawn at random, got no answer. */
interface Unanswered {
  planned: number;
  drawn: number;
  /** What became of the latest. */
  why: string;
}

/** Everything that was judged of one requirement. It does not grow with the number of exchanges. */
export interface Account {
  readonly requirement: Requirement;
  readonly cases: Set<string>;
  /** The smallest finding of each kind. */
  readonly findings: Map<string, TalliedFinding>;
  /** How many findings there were, and in how many exchanges. */
  found: number;
  broken: number;
  /** In the deterministic phases, by the twin that gives it its meaning; the empty string where none has to. */
  readonly kept: Map<string, Kept>;
  /** In the phases that draw at random. */
  readonly keptAtRandom: Kept;
  /** Exchanges that were sent for it and got no answer. */
  readonly unanswered: Unanswered;
  readonly reasons: Set<string>;
  readonly notes: Set<string>;
  /** Set when the suite itself failed while judging. */
  error?: string;
  /** Why nothing could show it, where the target does not have the operation at all. */
  notOffered?: string;
  /** Why something that may have broken it cannot be judged any more: what else kept it does not make up for that. */
  lost?: string;
}

/** Reasons and notes of one requirement that are remembered: they may quote answers, no two of which are alike. */
const REMEMBERED = 20;

/** An account of a requirement that nothing was judged of yet. */
export const emptyAccount = (requirement: Requirement): Account => ({
  requirement,
  cases: new Set(),
  findings: new Map(),
  found: 0,
  broken: 0,
  kept: new Map(),
  keptAtRandom: { times: 0, observed: 0 },
  unanswered: { planned: 0, drawn: 0, why: '' },
  reasons: new Set(),
  notes: new Set(),
});

/** Remembers a reason or a note, unless there are many already. */
export function remember(texts: Set<string>, text: string): void {
  if (texts.size < REMEMBERED) texts.add(text);
}

/** Notes that an exchange kept the requirement, and whether it could have broken it. */
export function noteKept(account: Account, { phase, twin = '' }: Origin, seen: boolean): void {
  const kept = isDeterministic(phase) ? account.kept.get(twin) : account.keptAtRandom;
  const known = kept ?? { times: 0, observed: 0 };
  known.times += 1;
  known.observed += seen ? 1 : 0;
  if (kept === undefined) account.kept.set(twin, known);
}

/**
 * Notes that an exchange got no answer. What is judged in passing misses nothing by that: it is about the answers that
 * do come.
 */
export function noteUnanswered({ requirement, unanswered }: Account, { phase }: Origin, why: string): void {
  const isAboutAnswers =
    requirement.exercisedBy.kind === 'passive' && requirement.judgedBy.kind !== 'answered';
  if (isAboutAnswers) return;
  unanswered[isDeterministic(phase) ? 'planned' : 'drawn'] += 1;
  unanswered.why = why;
}

/** Keeps a finding if it is the first of its kind, or smaller than the one that is known. */
export function book(account: Account, finding: ReportedFinding, where: Origin): Booked {
  account.found += 1;
  const { size, fault } = where;
  const key = kindOf(finding, fault);
  const known = account.findings.get(key);
  const times = (known?.times ?? 0) + 1;
  if (known !== undefined && known.size <= size) {
    known.times = times;
    return { finding, news: 'none' };
  }
  account.findings.set(key, { finding, size, times });
  return { finding, news: known === undefined ? 'first' : 'smaller' };
}

/** Where much is drawn at random, or sent by others, messages and faults differ every time: the cause tells kinds apart. */
function kindOf({ phase, path, message, waiver, cause }: ReportedFinding, fault: Fault | undefined): string {
  const kind = phase === 'corpus' || phase === 'edges' ? [path, message, waiver, fault] : [cause, waiver];
  return JSON.stringify(kind);
}
