import pageFacts from '../../contracts/page-facts.json' with { type: 'json' };
import statements from '../../contracts/statements.json' with { type: 'json' };
import type { PageFact, PageFactKind, ReadFact } from './page-fact.ts';

/** A statement of the page that the contract was made from, and what has become of it. */
export interface PageChange {
  /** Id of the statement, such as `R023`. */
  readonly statement: string;
  readonly says: string;
  /** Ids of the requirements that answer for it. */
  readonly requirements: readonly string[];
  readonly at: string;
  readonly kind: PageFactKind;
  /** What the page said; a digest where it is a text in words. */
  readonly before: string;
  /** What it says now; absent where it says nothing any more. */
  readonly now?: string;
  /** Line of the page, counted from 1; absent where it says nothing any more. */
  readonly line?: number;
}

/** How a page differs from the one that the contract was made from. */
export interface PageComparison {
  /** How many statements there are, and how many of them still stand. */
  readonly statements: number;
  readonly standing: number;
  readonly changed: readonly PageChange[];
  readonly gone: readonly PageChange[];
  /** Texts in the same language, in other words: what they mean, only a person can tell. */
  readonly reworded: readonly PageChange[];
  /** What the page says besides. */
  readonly added: readonly ReadFact[];
  /** Statements about a sample in a language of programming that the page does not show. */
  readonly notCompared: readonly string[];
}

/** A fact of the page that the contract was made from, with the statement that it stands for. */
interface StatedFact extends PageFact {
  readonly statement: string;
}

// A module of JSON widens the kinds to strings; a test reads each of them.
const STATED = pageFacts as readonly StatedFact[];

const keyOf = ({ at, kind }: PageFact): string => `${kind} ${at}`;

/** Compares the facts of a page with those that the contract was made from. */
export function comparePage(facts: readonly ReadFact[]): PageComparison {
  const read = new Map(facts.map((fact) => [keyOf(fact), fact]));
  const hasClient = facts.some(({ kind }) => kind === 'client');
  const outcomes = STATED.map((stated) => ({
    stated,
    now: read.get(keyOf(stated)),
    isCompared: hasClient || stated.kind !== 'client',
  }));
  const sameLanguage = isSameLanguage(facts);
  const differing = outcomes.filter(
    ({ stated, now, isCompared }) => isCompared && stated.value !== now?.value,
  );
  const changes = differing.flatMap(({ stated, now }) => {
    const isWording = stated.kind === 'description' && now !== undefined;
    return isWording && !sameLanguage ? [] : [{ isWording, change: changeOf(stated, now) }];
  });
  // What was not required, and is not there any more, is told by its type.
  const gone = changes.filter(
    ({ change: { kind, before, now } }) => now === undefined && !(kind === 'required' && before === 'false'),
  );
  const changed = changes.filter(({ change, isWording }) => change.now !== undefined && !isWording);
  const touched = new Set([...gone, ...changed].map(({ change }) => change.statement));
  const notCompared = new Set(
    outcomes.filter(({ isCompared }) => !isCompared).map(({ stated }) => stated.statement),
  );
  return {
    statements: statements.length,
    standing: statements.filter(({ id }) => !touched.has(id) && !notCompared.has(id)).length,
    changed: changed.map(({ change }) => change),
    gone: gone.map(({ change }) => change),
    reworded: changes.filter(({ isWording }) => isWording).map(({ change }) => change),
    added: addedIn(facts),
    notCompared: [...notCompared],
  };
}

/** Whether the page is in the language of the one that the contract was made from: most of its texts are the same. */
function isSameLanguage(facts: readonly ReadFact[]): boolean {
  const known = new Set(STATED.filter(({ kind }) => kind === 'description').map(({ value }) => value));
  const texts = facts.filter(({ kind }) => kind === 'description');
  // The token's text is in English everywhere.
  const own = texts.filter(({ at }) => !at.startsWith('parameter '));
  return own.filter(({ value }) => known.has(value)).length * 2 > own.length;
}

function changeOf({ statement, at, kind, value }: StatedFact, now: ReadFact | undefined): PageChange {
  const stated = statements.find(({ id }) => id === statement);
  return {
    statement,
    says: stated?.says ?? '',
    requirements: stated !== undefined && 'requirements' in stated ? stated.requirements : [],
    at,
    kind,
    before: value,
    ...(now === undefined ? {} : { now: now.value, line: now.line }),
  };
}

/** What nothing stated. Of a property or a part of the sample that is new as a whole, only that it is there. */
function addedIn(facts: readonly ReadFact[]): readonly ReadFact[] {
  const stated = new Set(STATED.map(keyOf));
  const places = new Set(STATED.map(({ at }) => at));
  const fresh = facts.filter((fact) => !stated.has(keyOf(fact)));
  return fresh.filter((fact) => {
    if (fact.kind === 'value' || fact.kind === 'form') return false;
    if (fact.at.startsWith('sample ')) return places.has(fact.at.slice(0, fact.at.lastIndexOf('/')));
    return places.has(fact.at) ? fact.kind !== 'description' : fact.kind === 'type';
  });
}
