import process from 'node:process';

import { UsageError } from '../../driver/errors.ts';
import { startMockTenant } from '../../fixtures/tenant/start-mock-tenant.ts';
import { stopSignal } from '../stop-signals.ts';

/** Flags of `mock`, as commander parses them. */
export interface MockFlags {
  readonly pact?: string;
  readonly state?: readonly string[];
  readonly port: number;
  readonly like: 'documented' | 'observed';
  readonly https?: true;
  readonly rateLimit?: { readonly burst: number; readonly perSecond: number };
  readonly json?: true;
}

/** What a token allows that must not create anything. */
const LIMITED = ['read:actions'];

/** Starts the mock tenant, says how to reach it, and stops when a signal asks for it. */
export async function mockCommand({ json, pact, state, ...options }: MockFlags): Promise<void> {
  if (pact !== undefined) {
    await (await import('./mock-pact.ts')).mockPactCommand(pact, { json, states: state ?? [], ...options });
    return;
  }
  if (state !== undefined) {
    throw new UsageError('NO_PACT', '--state picks interactions of a pact', 'Add --pact.');
  }
  const stopped = stopSignal();
  const tenant = await startMockTenant(options);
  try {
    const { url, audience, clientId, clientSecret, caFile } = tenant;
    const limitedToken = await tenant.token(LIMITED);
    const facts = {
      url,
      audience,
      clientId,
      clientSecret,
      limitedToken,
      ...(caFile === undefined ? {} : { caFile }),
    };
    process.stdout.write(json ? `${JSON.stringify(facts)}\n` : sheet(facts, options.like));
    await stopped;
  } finally {
    await tenant.close();
  }
}

function sheet(facts: Readonly<Record<string, string>>, like: string): string {
  const labels: Readonly<Record<string, string>> = {
    url: 'URL',
    audience: 'Audience',
    clientId: 'Client id',
    clientSecret: 'Client secret',
    limitedToken: 'Limited token',
    caFile: 'CA file',
  };
  const lines = Object.entries(facts).map(
    ([name, value]) => `  ${(labels[name] ?? name).padEnd(14)}${value}`,
  );
  const trust =
    facts['caFile'] === undefined ? [] : ['Clients trust it with NODE_EXTRA_CA_CERTS set to the CA file.'];
  return [`Mock tenant (${like}) is listening. Stop it with Ctrl-C.`, ...lines, ...trust, ''].join('\n');
}
