import type { Answer, Trouble } from './exchange.ts';
import { intermediaryIn } from './intermediary.ts';
import { isAnswer } from './transport.ts';

/** Pauses before a request is sent again, in milliseconds: a gateway is back soon, a server that starts anew later. */
const PAUSES_MS: readonly number[] = [250, 1000, 3000];

/** After so many requests that no sending again helped, each further one gets a single chance. */
const STUBBORN = 3;

/** Trouble that may pass: a connection that was closed, bytes that are no HTTP, or nobody there for a moment. */
const MAY_PASS: ReadonlySet<Trouble['kind']> = new Set(['broken-off', 'invalid-answer', 'unreachable']);

/** What came of sending a request once. */
export type Outcome = Answer | Trouble;

/** Knows how long it is worth while to send a request again that met trouble which may pass. */
export class Persistence {
  /** Answers of the API itself. */
  private answers = 0;
  /** Requests that no sending again helped. */
  private stubborn = 0;
  /** Whether nobody was there the last time. */
  private gone = false;

  /** Takes in what came of sending a request once; tells whether that may pass. */
  note(outcome: Outcome): boolean {
    if (isAnswer(outcome)) {
      this.gone = false;
      const isOwn = intermediaryIn(outcome) === undefined;
      if (isOwn) this.answers += 1;
      return !isOwn;
    }
    // For whom nobody was ever there, nobody comes while he waits.
    return MAY_PASS.has(outcome.kind) && (outcome.kind !== 'unreachable' || (this.answers > 0 && !this.gone));
  }

  /** The pause after so many attempts, in milliseconds; `undefined` where there is no other. */
  pauseAfter(attempts: number): number | undefined {
    return this.stubborn >= STUBBORN && attempts > 1 ? undefined : PAUSES_MS[attempts - 1];
  }

  /** Begins to look whether a request is the only one that meets trouble. */
  watch(): Watch {
    const before = this.answers;
    return {
      end: (outcomes) => {
        const [first] = outcomes;
        const last = outcomes.at(-1);
        if (first === undefined || last === undefined) return undefined;
        const othersAnswered = this.answers > before;
        const trouble = isAnswer(last) ? troubleOf(last, othersAnswered) : since(first, last);
        if (trouble === undefined) return undefined;
        this.gone = !isAnswer(last) && last.kind === 'unreachable';
        if (outcomes.length === 1) return trouble;
        this.stubborn += 1;
        if (trouble.kind === 'died') return trouble;
        const message = `${trouble.message} (${outcomes.length} times)`;
        return { ...trouble, message, ...(othersAnswered ? { repeated: outcomes.length } : {}) };
      },
    };
  }
}

/** Watches over the sendings of one request. */
interface Watch {
  /** What is left of trouble that did not pass; `undefined` where the last outcome is an answer of the API after all. */
  end(outcomes: readonly Outcome[]): Trouble | undefined;
}

function troubleOf(answer: Answer, othersAnswered: boolean): Trouble | undefined {
  const found = intermediaryIn(answer);
  // What one request alone is answered each time is no hiccup: whoever words it like the API is the API.
  if (found === undefined || (found.mayBeOwn && othersAnswered)) return undefined;
  return found.trouble;
}

/** Whether somebody was there at first, and nobody is since. */
function since(first: Outcome, last: Trouble): Trouble {
  if (isAnswer(first) || first.kind === 'unreachable' || last.kind !== 'unreachable') return last;
  return { kind: 'died', message: `${first.message}, and nobody answers since: ${last.message}` };
}
