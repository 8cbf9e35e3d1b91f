import type { Operation } from '../../contracts/exercise.ts';

/** What a client can do to an action of the model, which is known by the letter of its name, and by which operation. */
const OPERATIONS = {
  create: 'create',
  'create-deployed': 'create',
  read: 'read',
  list: 'list',
  page: 'list',
  update: 'update',
  repeat: 'update',
  await: 'read',
  deploy: 'deploy',
  delete: 'delete',
} as const satisfies Readonly<Record<string, Operation>>;

type Verb = keyof typeof OPERATIONS;

// The type says as much as the text, and keys forget it.
const VERBS = Object.keys(OPERATIONS) as readonly Verb[];

/** Names of the actions: a tenant allows few at a time. */
const SLOTS = ['a', 'b'] as const;

export type Slot = (typeof SLOTS)[number];

/** One operation, as a person would note it: `create a`, `update b`. */
export type Command = `${Verb} ${Slot}`;

/** Every command there is. */
export const COMMANDS: readonly Command[] = VERBS.flatMap((verb) =>
  SLOTS.map((slot): Command => `${verb} ${slot}`),
);

/** Whether a text is a command. */
export const isCommand = (text: string): text is Command => (COMMANDS as readonly string[]).includes(text);

/** The two words of a command. */
export function wordsOf(command: Command): { readonly verb: Verb; readonly slot: Slot } {
  const [verb, slot] = command.split(' ');
  // The type says as much as the text, and a split forgets it.
  return { verb: verb as Verb, slot: slot as Slot };
}

/** The operation that a command comes to. */
export const operationOf = (command: Command): Operation => OPERATIONS[wordsOf(command).verb];
