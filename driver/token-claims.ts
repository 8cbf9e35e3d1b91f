/** What a token says of itself. */
export interface TokenClaims {
  /** What it allows; absent where the token does not say, and may allow anything. */
  readonly scopes?: ReadonlySet<string>;
  /** Milliseconds since the epoch; absent where the token does not say. */
  readonly expiresAt?: number;
}

/**
 * Reads the claims of a JSON Web Token without verifying it: that is for the target to do. A token of another form
 * says nothing.
 */
export function readClaims(token: string): TokenClaims {
  const claims = payloadOf(token);
  const { scope, permissions, exp } = claims;
  // Auth0 puts scopes into `scope`, and with role-based access control also into `permissions`.
  const scopes = [
    ...(typeof scope === 'string' ? scopesOf(scope) : []),
    ...(Array.isArray(permissions) ? permissions.map(String) : []),
  ];
  const says = typeof scope === 'string' || Array.isArray(permissions);
  return {
    ...(says ? { scopes: new Set(scopes) } : {}),
    ...(typeof exp === 'number' && Number.isFinite(exp) ? { expiresAt: exp * 1000 } : {}),
  };
}

/** The scopes in a list that is separated by spaces. */
export const scopesOf = (list: string): readonly string[] => list.split(' ').filter((scope) => scope !== '');

function payloadOf(token: string): Readonly<Record<string, unknown>> {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return {};
  return readSegment(payload) ?? {};
}

/** The object in the header or the payload of a JSON Web Token; `undefined` where there is none. */
export function readSegment(segment: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf-8'));
    return typeof value === 'object' && value !== null
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
