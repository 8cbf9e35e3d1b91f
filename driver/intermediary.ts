import type { Answer, Trouble } from './exchange.ts';
import { makerOf } from './intermediary-marks.ts';

/** An answer that was not made by the API, but by what stands before it: a gateway, a proxy, a firewall, a cache. */
export interface Intermediary {
  readonly trouble: Trouble;
  /** Whether the API itself may word an answer so: where no sending again changes it, it is taken for the API's. */
  readonly mayBeOwn: boolean;
}

/** Statuses that only what stands before a server gives, or one that has nothing to do with the request. */
const STATUSES: ReadonlyMap<number, string> = new Map([
  [407, 'a proxy wants to know who asks'],
  [408, 'the request did not arrive in time'],
  [421, 'the request reached a server that is not meant for it'],
  [425, 'the request came too early'],
  [444, 'nginx gave no answer'],
  [460, 'a load balancer had lost the client'],
  [463, 'a load balancer refused the forwarded addresses'],
  [464, 'a load balancer could not agree on a protocol'],
  [494, 'nginx found the headers too large'],
  [495, 'nginx did not accept the certificate'],
  [496, 'nginx wants a certificate'],
  [497, 'nginx was spoken to in plain HTTP'],
  [499, 'nginx had lost the client'],
  [502, 'a gateway got no valid answer'],
  [503, 'the service is unavailable for a while'],
  [504, 'a gateway got no answer in time'],
  [511, 'a network wants to be logged in to'],
  ...Array.from({ length: 11 }, (_, at) => [520 + at, 'Cloudflare got no answer'] as const),
  [561, 'a load balancer could not log in'],
  [598, 'a proxy got no answer in time'],
  [599, 'a proxy could not connect in time'],
]);

/**
 * Whether what stands before a tenant made an answer, rather than the tenant's API.
 *
 * @returns `undefined` where it is the API's own. A 500 is, and so is a 429, which the sender knows how to wait out.
 */
export function intermediaryIn(answer: Answer): Intermediary | undefined {
  const { status, headers, text } = answer;
  if (status === 429) return undefined;
  const maker = makerOf(answer);
  const meaning = STATUSES.get(status);
  if (status >= 300 && status < 400) {
    return found(redirected(answer), maker, maker === undefined && status !== 304);
  }
  if (meaning !== undefined) {
    const isPlain = status === 503 && !isPage(answer);
    return found(`${status}, ${meaning}`, maker, maker === undefined && (isPlain || repeats(text, status)));
  }
  const isOthersPage = isPage(answer) && (status < 300 || (status === 403 && isBehindNetwork(headers)));
  return maker === undefined && !isOthersPage
    ? undefined
    : found(isPage(answer) ? `${status} with a web page` : String(status), maker);
}

const found = (what: string, maker: string | undefined, mayBeOwn = false): Intermediary => ({
  trouble: {
    kind: 'intermediary',
    message: `what stands before the tenant answered ${what}${maker === undefined ? '' : ` (${maker})`}`,
  },
  mayBeOwn,
});

/** Where a redirect leads, as far as it says anything of whoever answered. */
function redirected({ status, headers }: Answer): string {
  if (status === 304) return '304, though nobody asked whether anything had changed';
  const to = URL.parse(String(headers['location'] ?? ''))?.origin;
  return to === undefined ? `${status}, a redirect` : `${status}, a redirect to ${to}`;
}

/** Whether a body is the API's error object: it repeats the status, as those of gateways do not. */
function repeats(text: string, status: number): boolean {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && 'statusCode' in body && body.statusCode === status;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Whether a body is a web page, whatever it is declared as. */
const isPage = ({ text }: Answer): boolean =>
  /^\uFEFF?\s*(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(text);

/** Headers with which networks that deliver content, and firewalls, mark whatever comes through them. */
const NETWORKS = ['cf-ray', 'x-amz-cf-id', 'x-azure-ref', 'x-sucuri-id', 'x-iinfo', 'x-akamai-request-id'];

/** A page that forbids, in such a network, is a firewall's: the API forbids in JSON. */
const isBehindNetwork = (headers: Answer['headers']): boolean =>
  NETWORKS.some((name) => headers[name] !== undefined);
