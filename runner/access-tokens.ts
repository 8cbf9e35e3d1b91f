import type { GrantedToken } from '../driver/access-token.ts';
import { TargetError } from '../driver/errors.ts';
import type { Time } from '../driver/limiter.ts';
import type { Tokens } from './credentials.ts';
import { inWords } from './preflight/in-words.ts';
import { LimitedToken } from './preflight/limited-token.ts';

/** A token is not used in the last minute of its life, in milliseconds: a request may be under way as long. */
const MARGIN_MS = 60_000;

/** How to get another token; absent where one was given, and there is no other. */
type Grant = () => Promise<GrantedToken>;

/** The tokens of a run: renewed before they expire, where that is possible. */
export class AccessTokens implements Tokens {
  readonly limited: LimitedToken;
  private current: GrantedToken | undefined;
  private oldAt = Infinity;
  private readonly grant: Grant | undefined;
  private readonly time: Pick<Time, 'now'>;
  /** Whether a new token was refused like the one before it: then it is not the token's age. */
  private inVain = false;
  private failure: string | undefined;
  private readonly obstacle: TargetError | undefined;

  /** @param first the token to begin with, or why there is none. */
  constructor(
    first: GrantedToken | TargetError,
    time: Pick<Time, 'now'>,
    { limited, grant }: { readonly limited?: LimitedToken; readonly grant?: Grant } = {},
  ) {
    this.time = time;
    this.grant = grant;
    this.limited = limited ?? new LimitedToken({}, time);
    if (first instanceof TargetError) this.obstacle = first;
    else this.take(first);
  }

  get valid(): string {
    return this.current?.token ?? '';
  }

  get unscoped(): string | undefined {
    return this.limited.token;
  }

  /** What the token allows; `undefined` where nobody says. */
  get scopes(): ReadonlySet<string> | undefined {
    return this.current?.scopes;
  }

  /** Why there was no token to begin with; `undefined` where there was. */
  get refusal(): TargetError | undefined {
    return this.obstacle;
  }

  /** Why nothing more can be sent; `undefined` while the token lasts, or another can be had. */
  get reasonToStop(): string | undefined {
    if (this.obstacle !== undefined) return inWords(this.obstacle);
    if (!this.isOld) return undefined;
    return this.grant === undefined ? 'the access token has run out' : this.failure;
  }

  /** Sees to it that the token lasts for another request. */
  async refresh(): Promise<void> {
    if (this.isOld && this.obstacle === undefined) await this.replace();
  }

  /**
   * Gets another token after the target refused this one.
   *
   * @param retry sends the request again, and tells whether the new token was refused as well.
   */
  async renew(retry: () => Promise<boolean>): Promise<void> {
    if (this.grant === undefined || this.inVain || this.obstacle !== undefined) return;
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

  /** @throws TargetError where there was no token to begin with. */
  assertLetIn(): void {
    if (this.obstacle !== undefined) throw this.obstacle;
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
