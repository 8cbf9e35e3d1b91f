import process from 'node:process';

import { CommanderError } from 'commander';

import packageJson from '../../package.json' with { type: 'json' };
import { UsageError } from '../../driver/errors.ts';
import { program } from '../program.ts';

/** Commands whose exit code 0 lets something be deployed: it must never come from a broker that was not asked. */
const GATES = new Set(['can-i-deploy', 'publish', 'verify']);

/**
 * Runs a command line.
 *
 * @param args its words, without the program's own name.
 * @throws CommanderError of the exit code 0 where commander threw only to stop after a help text.
 * @throws UsageError where it cannot be understood.
 */
export async function start(args: readonly string[]): Promise<void> {
  const [first, ...others] = args;
  if (first === '--version' || first === '-V') {
    // Beside anything else it may be meant for a command, whose work would be left undone with exit code 0.
    if (others.length > 0) {
      throw new UsageError(
        'VERSION_AND_MORE',
        `${first} is asked by itself, and nothing else was done`,
        'Leave it out, or what follows it.',
      );
    }
    process.stdout.write(`${packageJson.version}\n`);
    return;
  }
  try {
    await program().parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) refuseAtGate(args);
    throw error;
  }
}

/** @throws UsageError where a help text was shown in the place of what a gate was asked. */
function refuseAtGate(args: readonly string[]): void {
  const words = args.filter((word) => word !== '--help' && word !== '-h');
  const gate = words.find((word) => GATES.has(word));
  if (gate === undefined || words[0] === 'help' || words.length === 2) return;
  throw new UsageError(
    'HELP_AT_A_GATE',
    `--help was shown, and ${gate} was not done`,
    'Leave --help out, or everything else.',
  );
}
