import type { ReadFact } from '../drift/page/page-fact.ts';
import type { PageChange, PageComparison } from '../drift/page/compare-page.ts';
import { amount } from '../reports/amount.ts';
import { visibleLine } from '../reports/visible.ts';

/** How a documentation page differs from the one that the contract was made from, for a person. */
export function pageLines(comparison: PageComparison): readonly string[] {
  const { added, changed, gone, notCompared, reworded, standing, statements } = comparison;
  const lines = [
    ...changed.map(
      (change) =>
        `~ ${about(change)}: ${KINDS[change.kind]} is ${change.now ?? ''}, and was ${change.before}`,
    ),
    ...gone.map(
      (change) => `- ${about(change)}: ${KINDS[change.kind]} is gone, and was ${shownBefore(change)}`,
    ),
    ...added.map(addedLine),
    ...reworded.map((change) => `  ${about(change)}: in other words`),
  ].map(visibleLine);
  return [
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    ...(reworded.length > 0
      ? [`${amount(reworded.length, 'statement')} in other words: read whether they mean the same.`]
      : []),
    ...(notCompared.length > 0
      ? [
          `${amount(notCompared.length, 'statement')} about the sample request in Go, which the page does not show.`,
        ]
      : []),
    `${standing} of ${amount(statements, 'statement')} stand; ${idsOf(changed)} changed, ${idsOf(gone)} gone, ${added.length} new.`,
  ];
}

const KINDS: Readonly<Record<PageChange['kind'], string>> = {
  method: 'the method',
  base: 'the base URL',
  path: 'the path',
  type: 'the type',
  default: 'the default',
  required: 'whether it is required',
  in: 'the place',
  mark: 'the mark',
  'min-items': 'the least number of items',
  'max-items': 'the greatest number of items',
  values: 'the list of values',
  value: 'this value',
  description: 'the description',
  form: 'the form',
  'sample-type': 'the type in the sample',
  'sample-value': 'the value in the sample',
  client: 'the sample in Go',
};

/** Where it stands, and what it is about. */
const about = ({ at, line, statement }: PageChange): string =>
  `${statement}${line === undefined ? '' : `, line ${line}`}, ${at.trim()}`;

/** The words of a page are not kept. */
const shownBefore = ({ before, kind, says }: PageChange): string => (kind === 'description' ? says : before);

const addedLine = ({ at, kind, line, value }: ReadFact): string =>
  `+ line ${line}, ${at}: ${KINDS[kind]} is ${value}, and the page said nothing of it`;

/** One statement may have changed in several ways. */
const idsOf = (changes: readonly PageChange[]): number =>
  new Set(changes.map(({ statement }) => statement)).size;
