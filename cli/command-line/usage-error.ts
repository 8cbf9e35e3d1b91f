import type { Command, CommanderError } from 'commander';

import { UsageError } from '../../driver/errors.ts';
import { nearNames } from '../near-names.ts';

/**
 * What is wrong with a command line, in one line that points to the help of the command it was meant for.
 *
 * @param command that was called, as far as it is known.
 */
export function usageError(error: CommanderError, command: Command): UsageError {
  const [message, hint] = wordsFor(error, command);
  // What was called for want of a word has a help that nobody asked for.
  const asked = isImplied(command) && command.parent !== null ? command.parent : command;
  return new UsageError(error.code, message, `${hint}See ${nameOf(asked)} --help.`, { cause: error });
}

function wordsFor({ code, message }: CommanderError, command: Command): readonly [string, string] {
  // Commander says no more where a command that only groups others is called without one of them.
  if (code === 'commander.help') return ['it takes the name of a command', ''];
  if (code === 'commander.excessArguments') return excessWords(command);
  const words = message
    .replace(/^error: /, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replace(/\.+$/, '');
  const isMisplaced = code === 'commander.unknownOption' && command.parent === null;
  return [words, isMisplaced ? 'Flags of a command stand after its name. ' : ''];
}

/** In a group that has a command for want of another, the first word too many is a command that there is not. */
function excessWords(command: Command): readonly [string, string] {
  const { parent, registeredArguments, args } = command;
  const excess = args[registeredArguments.length] ?? '';
  if (parent === null || !isImplied(command))
    return [`${nameOf(command)} takes no more arguments, and got ${JSON.stringify(excess)}`, ''];
  const siblings = parent.commands;
  const names = siblings.map((each) => each.name());
  const takers = siblings.filter((each) => each.registeredArguments.length > 0).map((each) => each.name());
  const near = nearNames(excess, names);
  const meant =
    near.length > 0 ? near : /^\d+$/.test(excess) ? takers.map((name) => `${name} ${excess}`) : names;
  return [
    `${parent.name()} has no command ${JSON.stringify(excess)}`,
    `Did you mean ${meant.map((name) => `${parent.name()} ${name}`).join(', ')}? `,
  ];
}

/** Whether a command was called because its group was, without the name of any. */
const isImplied = (command: Command): boolean =>
  command.parent !== null && command.parent.parent !== null && command.parent.args[0] !== command.name();

/** A command with those above it, as it is called: `actions-conformance baseline accept`. */
export function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}
