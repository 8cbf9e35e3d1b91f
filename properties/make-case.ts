import { hash } from 'node:crypto';

import type { Case } from './case.ts';

/** Gives a case its id, which depends on what is sent and on nothing else. */
export function makeCase(parts: Omit<Case, 'id'>): Case {
  const sent =
    parts.script ??
    parts.requests.map(({ about, ...request }) => [request, about.credentials, about.wire ?? null]);
  const id = hash('sha256', JSON.stringify(sent)).slice(0, 12);
  return { id, ...parts };
}
