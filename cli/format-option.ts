import { InvalidArgumentError, Option } from 'commander';

import type { FormatName } from '../reports/render.ts';
import { didYouMean } from './near-names.ts';

/** Every format of a report; a map, so that one more or less does not compile. */
const FORMATS: Readonly<Record<FormatName, true>> = {
  json: true,
  html: true,
  junit: true,
  markdown: true,
  ctrf: true,
  sarif: true,
  badge: true,
  har: true,
};
const STANDARD_FORMATS: readonly FormatName[] = ['json', 'html', 'junit', 'markdown'];

/** The option that says in which formats a report is written. */
export function formatOption(): Option {
  const option = new Option('--format <format...>', 'the formats that the report is written in')
    .choices(Object.keys(FORMATS))
    .default(STANDARD_FORMATS, STANDARD_FORMATS.join(' '));
  const { parseArg: choose } = option;
  return option.argParser((text: string, earlier: readonly FormatName[]) => {
    const names = text.split(',').filter((name) => name !== '');
    if (names.length > 1) throw new InvalidArgumentError(`Formats stand apart: --format ${names.join(' ')}.`);
    if (!Object.hasOwn(FORMATS, text)) {
      const near = didYouMean(text, Object.keys(FORMATS), '');
      throw new InvalidArgumentError(`Allowed choices are ${Object.keys(FORMATS).join(', ')}. ${near}`);
    }
    return choose?.(text, earlier) ?? earlier;
  });
}
