import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';

import type { Wrap } from '../fixtures/mutants/mutant.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import { ended, start } from './children.ts';

/** What Schemathesis made of a tenant. */
export interface Trial {
  /** What it has against it: the sort of failure with the sentence below it. */
  readonly failures: ReadonlySet<string>;
  readonly requests: number;
}

/** Runs Schemathesis as it starts, but that it does not stop at the first failure and draws the same each time. */
export async function runSchemathesis(
  command: string,
  document: string,
  wrap: Wrap = (fetch) => fetch,
): Promise<Trial> {
  let requests = 0;
  const tenant = await startMockTenant({
    maxActions: Number.MAX_SAFE_INTEGER,
    wrap: (honest) => {
      const fetch = wrap(honest);
      return (request) => {
        requests += 1;
        return fetch(request);
      };
    },
  });
  try {
    const args = [
      'run',
      document,
      `--url=${tenant.url}/api/v2`,
      `--header=Authorization: Bearer ${await tenant.token()}`,
      '--continue-on-failure',
      '--generation-deterministic',
      '--request-timeout=5',
      '--no-color',
    ];
    const child = start({ name: 'schemathesis', command, args, cwd: dirname(document), output: 'pipe' });
    const { stdout } = child.process;
    if (stdout === null) throw new Error('the output of schemathesis is not read');
    const [output] = await Promise.all([text(stdout), ended(child)]);
    if (!output.includes('Test cases:'))
      throw new Error(`schemathesis tested nothing: ${output.slice(-500)}`);
    return { failures: failuresIn(output), requests };
  } finally {
    await tenant.close();
  }
}

/** Failures as it prints them: `- ST108 Response violates schema (2 violations)`, a blank line, and a sentence. */
function failuresIn(output: string): ReadonlySet<string> {
  const found = output.matchAll(/^- (?<code>ST\d+)[^\n]*\n\n\s*(?<sentence>[^\n]*)/gm);
  return new Set([...found].map(({ groups }) => `${groups?.['code'] ?? ''} ${groups?.['sentence'] ?? ''}`));
}
