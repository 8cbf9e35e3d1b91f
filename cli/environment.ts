import { UsageError } from '../driver/errors.ts';
import { Redactor } from '../driver/redaction.ts';
import type { BrokerAccess } from '../pacts/broker.ts';
import { checkPlain } from './check-plain.ts';
import type { Origins } from './settings/origins.ts';

/** What the environment says of the target and of whom to be there. */
export interface Environment {
  readonly domain?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Identifier of the Management API, where it is not the target's address. */
  readonly audience?: string;
  readonly token?: string;
  /** A token without `create:actions`. */
  readonly limitedToken?: string;
  /** A client that may not create, in place of that token. */
  readonly limitedClientId?: string;
  readonly limitedClientSecret?: string;
  /** Where regressions are told; its address is a secret. */
  readonly webhook?: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads the variables that Auth0's own tools use; a blank one counts as not set. */
export function readEnvironment(variables: Variables): Environment {
  const given = {
    domain: variables['AUTH0_DOMAIN'],
    clientId: variables['AUTH0_CLIENT_ID'],
    clientSecret: variables['AUTH0_CLIENT_SECRET'],
    audience: variables['AUTH0_AUDIENCE'],
    token: variables['AUTH0_API_TOKEN'],
    limitedToken: variables['AUTH0_LIMITED_TOKEN'],
    limitedClientId: variables['AUTH0_LIMITED_CLIENT_ID'],
    limitedClientSecret: variables['AUTH0_LIMITED_CLIENT_SECRET'],
    webhook: variables['CONFORMANCE_WEBHOOK'],
  };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

/** How long a broker may take when nobody says otherwise, in milliseconds. */
const BROKER_MS = 60_000;

/**
 * Reads the variables that Pact's own tools use.
 *
 * @throws UsageError where a file names the broker to which the user's own token would go.
 */
export function readBrokerAccess(
  variables: Variables,
  { fromFile }: Pick<Origins, 'fromFile'>,
): Partial<BrokerAccess> & Pick<BrokerAccess, 'timeoutMs'> {
  const { PACT_BROKER_BASE_URL: base, PACT_BROKER_TOKEN: token = '' } = variables;
  if (fromFile.has('PACT_BROKER_BASE_URL') && token !== '' && !fromFile.has('PACT_BROKER_TOKEN')) {
    throw new UsageError(
      'BROKER_OF_A_FILE',
      'a file of variables names the Pact Broker, and PACT_BROKER_TOKEN, which it does not hold, goes nowhere on its word',
      'If you trust it, set PACT_BROKER_BASE_URL in the environment.',
    );
  }
  checkPlain(token, 'PACT_BROKER_TOKEN');
  return {
    timeoutMs: BROKER_MS,
    ...(base === undefined || base === '' ? {} : { base: base.replace(/\/+$/, '') }),
    ...(token === '' ? {} : { token }),
  };
}

/** Knows every secret that came in through the environment or the command line. */
export function environmentRedactor(variables: Variables, args: readonly string[]): Redactor {
  const redactor = new Redactor();
  const { clientSecret, token, limitedToken, limitedClientSecret, webhook } = readEnvironment(variables);
  const broker = variables['PACT_BROKER_TOKEN'] || undefined;
  const flags = new Set(['--token', '--limited-token', '--limited-client-secret', '--webhook']);
  const given = args.flatMap((arg, index) => {
    const [flag = '', value] = arg.split('=', 2);
    return flags.has(flag) ? [value ?? args[index + 1]] : [];
  });
  redactor.learn(
    ...[clientSecret, token, limitedToken, limitedClientSecret, webhook, broker, ...given].filter(
      (value) => value !== undefined,
    ),
  );
  return redactor;
}
