import { Ajv2020 } from 'ajv/dist/2020.js';

import type { Draw, Fault } from '../contracts/case.ts';
import type { Case } from './case.ts';
import schema from './corpus-entry.schema.json' with { type: 'json' };
import { proveFault, proveFaultIn, proveValid } from './guard.ts';
import { isCommand } from './lifecycle/command.ts';
import { makeCase } from './make-case.ts';

/** A counterexample that an earlier run found, as a file of the corpus holds it. */
export interface CorpusEntry {
  /** Id of the requirement that it broke. */
  readonly requirement: string;
  readonly cause: string;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  readonly found: Draw & {
    /** ISO date. */
    readonly on: string;
    /** Version of the suite. */
    readonly suite: string;
  };
  readonly curl: string;
  readonly case: Omit<Case, 'id'>;
}

/** What is wrong with bytes that are no JSON. */
const SYNTAX: Fault = { at: '', operator: 'malformed-json', keyword: 'syntax' };

const isEntry = new Ajv2020().compile<CorpusEntry>(schema);

/**
 * Reads an entry of the corpus. Whoever edited its body gets another case with an id of its own.
 *
 * @throws Error when it is none, or when its body is no longer what it says: valid, or invalid at its fault alone.
 */
export function readCorpusEntry(value: unknown): { readonly cause: string; readonly case: Case } {
  if (!isEntry(value)) {
    const [first] = isEntry.errors ?? [];
    throw new Error(`${first?.instancePath || 'it'} ${first?.message ?? 'is no counterexample'}`);
  }
  const unknown = value.case.script?.findIndex((command) => !isCommand(command)) ?? -1;
  if (unknown >= 0) throw new Error(`/case/script/${unknown} is no command`);
  if (value.case.script === undefined && value.case.requests.length === 0)
    throw new Error('it sends nothing');
  for (const { body, about } of value.case.requests) {
    const { fault, wire } = about;
    // Of a valid body in unusual bytes nothing is claimed that could be proved.
    if (body === undefined || wire !== undefined) continue;
    if (body.kind === 'text') proveFaultIn(body.text, fault ?? SYNTAX);
    else if (fault === undefined) proveValid(body.value);
    else proveFault(body.value, fault);
  }
  return { cause: value.cause, case: makeCase(value.case) };
}
