import type { Operation } from '../contracts/exercise.ts';
import type { Case } from '../properties/case.ts';

/** The scope that an operation takes (published OpenAPI: `security`). */
const SCOPES: Readonly<Record<Operation, string>> = {
  create: 'create:actions',
  deploy: 'create:actions',
  read: 'read:actions',
  list: 'read:actions',
  update: 'update:actions',
  delete: 'delete:actions',
};

/** What a case takes: whoever creates must be able to delete, too. */
const scopesOfCase = ({ requests }: Pick<Case, 'requests'>): readonly string[] =>
  requests.flatMap(({ about: { operation, credentials } }) => [
    ...(credentials === 'valid' ? [SCOPES[operation]] : []),
    ...(operation === 'create' ? [SCOPES.delete] : []),
  ]);

/** A scope that a case takes and a token lacks; `undefined` where there is none, or nobody knows. */
export const missingScope = (
  next: Pick<Case, 'requests'>,
  granted: ReadonlySet<string> | undefined,
): string | undefined =>
  granted === undefined ? undefined : scopesOfCase(next).find((scope) => !granted.has(scope));
