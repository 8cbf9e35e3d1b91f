import type { Diagnosis, Report } from '../verdicts/report.ts';
import { amount } from './amount.ts';
import { VERDICT_WORDS } from './verdict-words.ts';

/** How much a cause explains: `explains 13 requirements: 12 failed, 1 not exercised`. */
export function explainsWords({ requirements }: Diagnosis, report: Report): string {
  const verdicts = new Map(report.requirements.map(({ id, verdict }) => [id, verdict]));
  const alike = Map.groupBy(requirements, (id) => verdicts.get(id));
  const parts = [...alike].flatMap(([verdict, ids]) =>
    verdict === undefined ? [] : [`${ids.length} ${VERDICT_WORDS[verdict].label}`],
  );
  return `explains ${amount(requirements.length, 'requirement')}: ${parts.join(', ')}`;
}

/** A cause with its place in the list, which counts from 1. */
export interface NumberedCause extends Diagnosis {
  readonly number: number;
}

/** The cause that explains each requirement, where one does. */
export const causesById = ({ diagnosis }: Report): ReadonlyMap<string, NumberedCause> =>
  new Map(
    diagnosis.flatMap((each, index) =>
      each.requirements.map((id): [string, NumberedCause] => [id, { ...each, number: index + 1 }]),
    ),
  );

/** The link from a requirement to its cause, for formats that know no links: ` (cause 1)`, or nothing. */
export const causeWords = (cause: NumberedCause | undefined): string =>
  cause === undefined ? '' : ` (cause ${cause.number})`;
