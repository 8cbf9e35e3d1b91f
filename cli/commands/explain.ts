import process from 'node:process';

import { catalogue } from '../../contracts/catalogue.ts';
import { SOURCES_READ, type Requirement } from '../../contracts/requirement.ts';
import { waivers } from '../../contracts/waivers.ts';
import { UsageError } from '../../driver/errors.ts';
import { appliesTo } from '../../properties/applies.ts';
import { planFor } from '../../properties/plan.ts';
import { sourceWords } from '../../reports/source-words.ts';
import { didYouMean } from '../near-names.ts';
import { exerciseWords, expectationWords } from '../requirement-words.ts';

/** How many cases of a requirement are worth reading. */
const SHOWN_CASES = 12;

/**
 * Says everything about one requirement.
 *
 * @throws UsageError when there is none by that id.
 */
export function explainCommand(id: string): void {
  const requirement: Requirement | undefined = catalogue.find((each) => each.id === id);
  if (requirement === undefined) {
    throw new UsageError(
      'NO_SUCH_REQUIREMENT',
      `there is no requirement ${id}`,
      didYouMean(
        id,
        catalogue.map((each) => each.id),
        'See actions-conformance list.',
      ),
    );
  }
  const { level, title, source, exercisedBy, alsoOn = [], judgedBy } = requirement;
  const cases = planFor([requirement], 'deep', 1).cases.filter(({ requests }) =>
    requests.some(({ about }) => appliesTo(exercisedBy, about)),
  );
  const known = waivers.filter((waiver) => waiver.requirement === id);
  const { kind, place, link } = sourceWords(source);
  const lines = [
    `${id} (${level})`,
    '',
    title,
    '',
    `Source     ${kind}: ${place}, read ${SOURCES_READ}`,
    ...(link === undefined ? [] : [`           ${link}`]),
    `Exercised  ${exerciseWords(exercisedBy)}`,
    ...alsoOn.map((each) => `Also on    ${exerciseWords(each)}`),
    `Judged     ${expectationWords(judgedBy)}`,
    ...known.map(({ name, reason }) => `Waived     ${name}: ${reason}`),
    '',
    `Cases at deep depth: ${cases.length}`,
    ...cases.slice(0, SHOWN_CASES).map((each) => `  ${each.id}  ${each.title}`),
    ...(cases.length > SHOWN_CASES ? [`  and ${cases.length - SHOWN_CASES} more`] : []),
    '',
    `Run it alone: actions-conformance run --only ${id}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
