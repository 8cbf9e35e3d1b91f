import type { Operation } from '../../contracts/exercise.ts';
import { refused, succeeded } from '../../contracts/http-status.ts';
import { actionIdIn } from '../../checks/action-id.ts';
import type { Answer, Exchange } from '../../driver/exchange.ts';
import { NOT_OFFERED } from '../../verdicts/not-offered.ts';
import { actionsIn } from '../cleanup/actions-in.ts';
import { saidIn, speaksAsApi } from './not-found.ts';

/** Operations that a target may lack and still be judged by the others, as a reader knows them. */
const WORDS: ReadonlyMap<Operation, string> = new Map([
  ['read', 'GET of an action'],
  ['list', 'the list'],
  ['update', 'PATCH'],
  ['deploy', 'the deploy'],
  ['delete', 'DELETE'],
]);

const NOT_FOUND = 404;

/** No such method, or no such function (RFC 9110, 15.5.6 and 15.6.2): said of an operation, whatever it is asked of. */
const LACKING: ReadonlySet<number> = new Set([405, 501]);

/** Different texts that are remembered of the 404s of one operation; some have the time in them. */
const MOST_TEXTS = 20;

/** What was heard of one operation. */
interface Heard {
  /** Whether anything was answered that only whoever has it answers. */
  isOffered: boolean;
  /** Whether another operation showed an action of which this one answered 404. */
  isBesideOthers: boolean;
  readonly statuses: Set<number>;
  /** What its 404s said of actions that should be there, and whether they said it as the API does. */
  readonly notFound: Map<string, boolean>;
}

/** An action that was created and not deleted. */
interface Live {
  readonly shownBy: Set<Operation>;
  readonly missedBy: Set<Operation>;
}

/** What all exchanges of a run show of the operations that the target does not have at all. */
export class Offers {
  private readonly heard = new Map<Operation, Heard>();
  private readonly live = new Map<string, Live>();
  private readonly pending = new WeakSet<Exchange>();
  /** What the target says of a path that nobody has. */
  private readonly nowhere = new Set<string>();
  private hasCreated = false;

  /** Learns what an exchange shows; to be told of each once, in the order of sending. */
  observe(exchange: Exchange): void {
    const { about, answer, trouble } = exchange;
    if (answer === undefined || trouble !== undefined || about.fault !== undefined) return;
    if (about.wire === 'unknown-path' && answer.status === NOT_FOUND) this.nowhere.add(saidIn(answer));
    if (about.wire !== undefined || !isOnActions(exchange)) return;
    if (succeeded(answer.status)) this.observeSuccess(exchange);
    else if (about.credentials === 'valid') this.observeRefusal(exchange, answer);
  }

  /**
   * The operations of which the end of the run has to tell whether the target has them, before an answer says anything of
   * the one that was asked for.
   */
  openIn(exchange: Exchange): readonly Operation[] {
    const { about, answer } = exchange;
    const asked = this.pending.has(exchange) ? [about.operation] : [];
    // Without a read nobody could see whether the action was built before it was deployed.
    const needed: readonly Operation[] =
      about.operation === 'deploy' && refused(answer?.status ?? 0) ? [...asked, 'read'] : asked;
    return needed.filter((each) => !this.heardOf(each).isOffered);
  }

  /** Why an operation is not offered, in words that begin with {@link NOT_OFFERED}; `undefined` where it may well be. */
  reasonNot(operation: Operation): string | undefined {
    const words = WORDS.get(operation);
    const { isOffered, isBesideOthers, statuses, notFound } = this.heardOf(operation);
    if (words === undefined || isOffered || statuses.size === 0) return undefined;
    const isProved = operation === 'list' ? this.hasCreated : isBesideOthers;
    for (const [said, isOfApi] of notFound) {
      const isSame = this.nowhere.has(said);
      // A target that forgets says so as the API does, or in other words than of a path that nobody has.
      const fits = isOfApi ? isSame && isProved : isSame || isProved || this.nowhere.size === 0;
      if (!fits) return undefined;
    }
    return `${NOT_OFFERED}${words} answers ${[...statuses].toSorted((a, b) => a - b).join(' or ')}`;
  }

  private observeSuccess(exchange: Exchange): void {
    const { operation } = exchange.about;
    if (operation === 'create') {
      this.hasCreated = true;
      for (const { id } of actionsIn(exchange))
        this.live.set(id, { shownBy: new Set(), missedBy: new Set() });
      return;
    }
    this.heardOf(operation).isOffered = true;
    const ids = operation === 'list' ? actionsIn(exchange).map(({ id }) => id) : [actionIdIn(exchange) ?? ''];
    for (const id of ids) {
      const action = this.live.get(id);
      if (operation === 'delete') {
        // Many answer so whether there was an action or not.
        this.live.delete(id);
        continue;
      }
      action?.shownBy.add(operation);
      for (const missed of action?.missedBy ?? []) this.compare(missed, action);
    }
  }

  private observeRefusal(exchange: Exchange, answer: Answer): void {
    const { operation } = exchange.about;
    const { status } = answer;
    const heard = this.heardOf(operation);
    if (status !== NOT_FOUND && !LACKING.has(status)) {
      heard.isOffered = true;
      return;
    }
    this.pending.add(exchange);
    const action = this.live.get(actionIdIn(exchange) ?? '');
    if (status === NOT_FOUND) {
      // Of what is not there, or not any more, it is the right answer.
      if (operation !== 'list' && action === undefined) return;
      const said = saidIn(answer);
      const key = heard.notFound.has(said) || heard.notFound.size < MOST_TEXTS ? said : '';
      heard.notFound.set(key, heard.notFound.get(key) === true || speaksAsApi(answer));
      action?.missedBy.add(operation);
      this.compare(operation, action);
    }
    heard.statuses.add(status);
  }

  private compare(operation: Operation, action: Live | undefined): void {
    const isShown = [...(action?.shownBy ?? [])].some((other) => other !== operation);
    this.heardOf(operation).isBesideOthers ||= isShown;
  }

  private heardOf(operation: Operation): Heard {
    const known = this.heard.get(operation);
    const heard = known ?? {
      isOffered: false,
      isBesideOthers: false,
      statuses: new Set(),
      notFound: new Map(),
    };
    if (known === undefined) this.heard.set(operation, heard);
    return heard;
  }
}

/** Whether a request is about actions, and not about modules or versions. */
const isOnActions = ({ about, request }: Exchange): boolean =>
  about.operation !== 'list' || /\/actions\/actions(?:$|[?#])/.test(request.url);
