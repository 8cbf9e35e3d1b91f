import { Help, type Option } from 'commander';

import { variableFor } from './variable-names.ts';

const help = new Help();

/** What a help text says of a flag, with the variable that stands for it. */
export function withVariable(option: Option): string {
  const words = help.optionDescription(option);
  if (option.long === '--help' || option.long === '--version') return words;
  return words.includes(variableFor(option)) ? words : `${words} [${variableFor(option)}]`;
}
