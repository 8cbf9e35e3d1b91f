import { Option } from 'commander';

import type { FormatName } from '../reports/render.ts';

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
export const formatOption = (): Option =>
  new Option('--format <format...>', 'the formats that the report is written in')
    .choices(Object.keys(FORMATS))
    .default(STANDARD_FORMATS, STANDARD_FORMATS.join(' '));
