import type { GrantedToken } from '../driver/access-token.ts';
import { TargetError } from '../driver/errors.ts';
import type { Time } from '../driver/limiter.ts';
import { readClaims } from '../driver/token-claims.ts';
import type { Tokens } from './credentials.ts';

/** A token is not used in the last minute of its life, in milliseconds: a request may be under way as long. */
const MARGIN_MS = 60_000;

/** How to get another token; absent where one was given, and there is no other. */
type Grant = () => Promise<GrantedToken>;

/** The tokens of a run: renewed before they expire, where that is possible. */
export class AccessTokens implements Tokens {
  readonly unscoped: string | undefined;
  private current: GrantedToken;
  private oldAt = Infinity;
  private readonly grant: Grant | undefined;
  private readonly time: Pick<Time, 'now'>;
  /** Whether a new token was refused like the one before it: then it is not the token's age. */
  private inVain = false;
  private failure: string | undefined;

  constructor(
    first: GrantedToken,
    time: Pick<Time, 'now'>,
    { unscoped, grant }: { readonly unscoped?: string; readonly grant?: Grant } = {},
  ) {
    this.time = time;
    this.grant = grant;
    this.unscoped = unscoped;
    this.current = first;
    this.take(first);
  }

  get valid(): string {
    return this.current.token;
  }

  /** What the token allows; `undefined` where nobody says. */
  get scopes(): ReadonlySet<string> | undefined {
    return this.current.scopes;
  }

  /** What the limited token allows; `undefined` where there is none, or nobody says. */
  get limitedScopes(): ReadonlySet<string> | undefined {
    return this.unscoped === undefined ? undefined : readClaims(this.unscoped).scopes;
  }

  /** Why nothing more can be sent; `undefined` while the token lasts, or another can be had. */
  get reasonToStop(): string | undefined {
    if (!this.isOld) return undefined;
    return this.grant === undefined ? 'the access token has run out' : this.failure;
  }

  /** Sees to it that the token lasts for another request. */
  async refresh(): Promise<void> {
    if (this.isOld) await this.replace();
  }

  /**
   * Gets another token after the target refused this one.
   *
   * @param retry sends the request again, and tells whether the new token was refused as well.
   */
  async renew(retry: () => Promise<boolean>): Promise<void> {
    if (this.grant === undefined || this.inVain) return;
    this.inVain = !(await this.replace()) || (await retry());
  }

  /** Whether another token was got. Without one the old one may do, and the run ends in order. */
  private async replace(): Promise<boolean> {
    if (this.grant === undefined) return false;
    try {
      this.take(await this.grant());
      return true;
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      this.failure = `no new access token: ${error.message}`;
      return false;
    }
  }

  private get isOld(): boolean {
    return this.time.now() >= this.oldAt;
  }

  private take(token: GrantedToken): void {
    this.current = token;
    const life = (token.expiresAt ?? Infinity) - this.time.now();
    // One that lives for less than two minutes is used for half of its life.
    this.oldAt = this.time.now() + Math.max(life - MARGIN_MS, life / 2);
  }
}
