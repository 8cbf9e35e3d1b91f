import type { GrantedToken } from '../../driver/access-token.ts';
import { TargetError } from '../../driver/errors.ts';
import type { Exchange } from '../../driver/exchange.ts';
import type { Time } from '../../driver/limiter.ts';
import { readClaims } from '../../driver/token-claims.ts';
import { badForm, oddForm } from './token-form.ts';

/** Where a limited token comes from: it was given, or a client asks for it. */
interface Source {
  readonly given?: string | undefined;
  readonly grant?: (() => Promise<GrantedToken>) | undefined;
}

const NO_LIMITED_TOKEN =
  'no token without `create:actions` was given (--limited-token, or AUTH0_LIMITED_CLIENT_ID and AUTH0_LIMITED_CLIENT_SECRET)';

/** A token is not used in the last seconds of its life, in milliseconds: a request may be under way as long. */
const MARGIN_MS = 10_000;

/** The token that must not create anything: it shows whether the target asks for the scope. */
export class LimitedToken {
  private readonly grant: Source['grant'];
  private readonly time: Pick<Time, 'now'>;
  private current: GrantedToken | undefined;
  private refusal: string | undefined;
  /** Whether the target takes it at all; `undefined` until it was doubted. */
  private taken: boolean | undefined;

  constructor({ given, grant }: Source, time: Pick<Time, 'now'>) {
    this.grant = given === undefined ? grant : undefined;
    this.time = time;
    this.current = given === undefined ? undefined : { token: given, ...readClaims(given) };
  }

  /** Absent where none was given, or none was granted yet. */
  get token(): string | undefined {
    return this.current?.token;
  }

  /** Gets a token where a client is to ask for it, and has none that lasts. */
  async refresh(): Promise<void> {
    if (this.grant === undefined || this.refusal !== undefined) return;
    if (this.current !== undefined && !this.isExpired(this.current)) return;
    try {
      this.current = await this.grant();
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      this.refusal = `no limited token was granted: ${error.message}`;
    }
  }

  /**
   * Why the token cannot show anything; `undefined` where it can.
   *
   * @param access the token beside it.
   */
  reasonNot(access: string | undefined): string | undefined {
    if (this.refusal !== undefined) return this.refusal;
    const { current } = this;
    if (current === undefined) return NO_LIMITED_TOKEN;
    const form = badForm(current.token, 'the limited token');
    if (form !== undefined) return `${form.cause}: ${lowered(form.next)}`;
    if (current.token === access) return 'the limited token is the access token itself';
    if (this.isExpired(current))
      return `the limited token expired on ${new Date(current.expiresAt ?? 0).toISOString()}`;
    return current.scopes?.has('create:actions') === true
      ? 'the limited token has the scope create:actions'
      : undefined;
  }

  /**
   * Finds out, of an answer that refuses the token itself and not what it may do, whether the target knows it at all: one
   * that is refused to read as well says nothing of the scope.
   *
   * @param read asks for the list of actions with it.
   * @returns why the answer says nothing; `undefined` where it does.
   */
  async doubt({ answer }: Exchange, read: () => Promise<Exchange>): Promise<string | undefined> {
    if (answer === undefined || !REFUSES_TOKEN.has(answer.status)) return undefined;
    this.taken ??= !REFUSES_TOKEN.has((await read()).answer?.status ?? 0);
    if (this.taken) return undefined;
    const why = oddForm(this.token ?? '') ?? 'it may be of another tenant';
    this.refusal = `the target does not know the limited token, with which a read is answered with ${answer.status} as well: ${why}`;
    return this.refusal;
  }

  private isExpired({ expiresAt = Infinity }: GrantedToken): boolean {
    return this.time.now() > expiresAt - (this.grant === undefined ? 0 : MARGIN_MS);
  }
}

/** Statuses with which a token is refused, whatever it allows: tenants answer 401, and 400 to what is no token. */
const REFUSES_TOKEN: ReadonlySet<number> = new Set([400, 401]);

const lowered = (sentence: string): string =>
  `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
