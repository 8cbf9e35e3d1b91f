/** What a client can do to an action of the model, which is known by the letter of its name. */
const VERBS = [
  'create',
  'create-deployed',
  'read',
  'list',
  'page',
  'update',
  'repeat',
  'await',
  'deploy',
  'delete',
] as const;

type Verb = (typeof VERBS)[number];

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
