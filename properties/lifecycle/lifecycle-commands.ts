import * as fc from 'fast-check';

import { succeeded } from '../../contracts/http-status.ts';
import { valueAt } from '../../contracts/pointer.ts';
import { COMMANDS, type Command } from './command.ts';
import type { Observed, PredictedRequest } from './prediction.ts';
import { TenantModel } from './tenant-model.ts';

/** Whoever sends the requests of the model. */
export interface Wire {
  send(next: PredictedRequest): Promise<Observed>;
  /** Waits before a build is looked at once more, after so many looks. */
  pause(look: number): Promise<void>;
}

/** Looks at a build before it is taken to be stuck. */
const LOOKS = 8;

/** A command as fast-check runs it. */
class ModelCommand implements fc.AsyncCommand<TenantModel, Wire> {
  readonly command: Command;

  constructor(command: Command) {
    this.command = command;
  }

  check(model: Readonly<TenantModel>): boolean {
    return model.allows(this.command);
  }

  async run(model: TenantModel, wire: Wire): Promise<void> {
    const looks = this.command.startsWith('await') ? LOOKS : 1;
    for (let look = 1; look <= looks; look += 1) {
      const observed = await wire.send(model.plan(this.command));
      model.learn(this.command, observed);
      const status = valueAt(observed.body, '/status');
      if (!succeeded(observed.status) || status === 'built' || status === 'failed') return;
      if (look < looks) await wire.pause(look);
    }
  }

  toString(): string {
    return this.command;
  }
}

/** A sequence as fast-check draws it. */
export type Commands = Iterable<fc.AsyncCommand<TenantModel, Wire>>;

/** Sequences of up to `length` commands; those that mean nothing when their turn comes are passed over. */
export function lifecycleCommands(length = 24): fc.Arbitrary<Commands> {
  // Nothing can be done without an action, and most with one: the second is there to be confused with it.
  const often = COMMANDS.filter((command) => command.endsWith(' a'));
  return fc.commands(
    [...COMMANDS, ...often, ...often, ...often].map((command) => fc.constant(new ModelCommand(command))),
    { maxCommands: length, size: 'max' },
  );
}

/** Commands that a script names. */
export const commandsOf = (script: readonly Command[]): Commands =>
  script.map((command) => new ModelCommand(command));

/**
 * Runs commands one after the other against a tenant and its model.
 *
 * @param room how many actions there may be at one time.
 */
export async function exercise(commands: Commands, room: number, wire: Wire): Promise<void> {
  await fc.asyncModelRun(() => ({ model: new TenantModel(room), real: wire }), commands);
}
