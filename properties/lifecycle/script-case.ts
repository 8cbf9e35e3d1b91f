import type { Case } from '../case.ts';
import { makeCase } from '../make-case.ts';
import { isCommand, type Command } from './command.ts';
import type { Commands } from './lifecycle-commands.ts';

/** What stands between two commands in the title of a case. */
const THEN = ', ';

/** The case of a sequence of commands. Its title is the sequence, and so tells how to send it again. */
export const scriptCase = (script: readonly Command[]): Case =>
  makeCase({ title: script.join(THEN) || 'nothing', requests: [], script });

/** The commands that a title consists of. */
export const commandsIn = (title: string): readonly string[] => title.split(THEN);

/** The commands of a sequence as fast-check draws it. */
export const scriptOf = (commands: Commands): readonly Command[] =>
  [...commands].map(String).filter(isCommand);
