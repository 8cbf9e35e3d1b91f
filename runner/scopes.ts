import type { About } from '../contracts/case.ts';
import type { Operation } from '../contracts/exercise.ts';
import type { Case } from '../properties/case.ts';
import { operationOf } from '../properties/lifecycle/command.ts';

/** The scope that an operation takes (published OpenAPI: `security`). */
const SCOPES: Readonly<Record<Operation, string>> = {
  create: 'create:actions',
  deploy: 'create:actions',
  read: 'read:actions',
  list: 'read:actions',
  update: 'update:actions',
  delete: 'delete:actions',
};

/** An operation that is to be asked for, and with which credentials. */
type Use = Pick<About, 'operation' | 'credentials'>;

/** Everything that a case asks for. */
export const usesOf = ({ requests, script = [] }: Pick<Case, 'requests' | 'script'>): readonly Use[] => [
  ...requests.map(({ about }) => about),
  ...script.map((command) => ({ operation: operationOf(command), credentials: 'valid' as const })),
];

/** Whoever creates must be able to delete, too. */
const scopesOf = ({ operation, credentials }: Use): readonly string[] => [
  ...(credentials === 'valid' ? [SCOPES[operation]] : []),
  ...(operation === 'create' ? [SCOPES.delete] : []),
];

/** A scope that is needed and that a token lacks; `undefined` where there is none, or nobody knows. */
export const missingScope = (
  uses: readonly Use[],
  granted: ReadonlySet<string> | undefined,
): string | undefined =>
  granted === undefined ? undefined : uses.flatMap(scopesOf).find((scope) => !granted.has(scope));

/** Why something is not sent for lack of a scope. */
export const lacking = (scope: string): string => `missing scope ${scope}`;
