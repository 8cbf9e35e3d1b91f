import process from 'node:process';

import type { MockTenantOptions } from '../fixtures/tenant/mock-tenant.ts';
import { startMockTenant } from '../fixtures/tenant/start-mock-tenant.ts';
import { visibleLine } from '../reports/visible.ts';
import type { RunOptions } from '../runner/run.ts';
import { checkAllowed } from './access/allow-tenant.ts';
import { credentialsFor, type CredentialFlags } from './access/credentials-for.ts';
import { clock } from './clock.ts';
import { LedgerFile } from './ledger-file.ts';
import { readLedgers } from './leftovers.ts';
import { readTarget, type Target } from './target.ts';

/** Flags that say what to send to, and as whom. */
export interface TargetFlags extends CredentialFlags {
  readonly target: string;
  readonly stateDir: string;
}

/** What a run has to know of its target. */
export type TargetOptions = Pick<
  RunOptions,
  'base' | 'access' | 'targetKind' | 'unscopedToken' | 'limitedClient' | 'journal' | 'leftovers'
> & {
  /** Ledgers that say something, and cannot be read: what they know may be on the target still. */
  readonly unreadLedgers: number;
};

/**
 * Makes the target of a run ready, uses it, and puts away what was made for it.
 *
 * @param mock how the embedded mock tenant is to be, beyond what the flags say.
 * @throws UsageError when the flags or the environment name none that can be used.
 */
export async function withTarget<T>(
  runId: string,
  flags: TargetFlags,
  variables: NodeJS.ProcessEnv,
  use: (target: TargetOptions) => Promise<T>,
  mock: Pick<MockTenantOptions, 'rateLimit'> = {},
): Promise<T> {
  const target = readTarget(flags.target);
  if (target.kind === 'given') {
    const { base } = target;
    const credentials = credentialsFor(base, flags, variables);
    const { access, limited } = credentials;
    checkAllowed(base, flags, credentials, variables);
    const now = clock.now();
    const { leftovers, underWay, unread } = readLedgers(flags.stateDir, base, now);
    for (const line of [...underWay, ...unread]) process.stderr.write(`${visibleLine(line)}\n`);
    const journal = new LedgerFile(flags.stateDir, { run: runId, target: base, startedAt: now });
    try {
      return await use({
        base,
        targetKind: 'given',
        access,
        journal,
        leftovers,
        unreadLedgers: unread.length,
        ...limited,
      });
    } finally {
      journal.close();
    }
  }
  const tenant = await startMockTenant({ ...mock, ...(await tenantOptions(target)) });
  try {
    const { clientId, clientSecret, audience } = tenant;
    return await use({
      base: tenant.url,
      targetKind: `embedded mock (${target.kind === 'mutant' ? target.name : target.like})`,
      access: { by: 'client', clientId, clientSecret, audience },
      unscopedToken: await tenant.token(['read:actions']),
      unreadLedgers: 0,
    });
  } finally {
    await tenant.close();
  }
}

async function tenantOptions(target: Exclude<Target, { kind: 'given' }>): Promise<MockTenantOptions> {
  if (target.kind === 'embedded') return { like: target.like };
  // The shelf is long, and hardly any run needs it.
  const { mutantNamed } = await import('./mutant.ts');
  return { wrap: mutantNamed(target.name).wrap };
}
