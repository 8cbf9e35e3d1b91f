import type { Command, Option } from 'commander';

import { program } from '../program.ts';
import { leavesOf } from '../settings/variable-names.ts';

/** A command that does something, by the words that call it. */
export interface CalledCommand {
  readonly words: readonly string[];
  readonly options: readonly Option[];
}

/** Every command of the command line. */
export const allCommands = (): readonly CalledCommand[] =>
  leavesOf(program()).map((command) => ({ words: wordsOf(command), options: command.options }));

const wordsOf = (command: Command): readonly string[] =>
  command.parent === null ? [] : [...wordsOf(command.parent), command.name()];

/** A value that the parser of an option takes. */
export function valueFor(option: Option): string {
  const [choice] = option.argChoices ?? [];
  if (choice !== undefined) return choice;
  const value = VALUES.find((each) => {
    try {
      option.parseArg?.(each, undefined);
      return true;
    } catch {
      return false;
    }
  });
  if (value === undefined) throw new Error(`nobody knows a value for ${option.attributeName()}`);
  return value;
}

const VALUES = ['1.2.3', '1', '90s', '1/4', '10/2', '2025-01-31'];
