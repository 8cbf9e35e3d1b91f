import { canFollow, isSettled, isUnderWay } from '../checks/build-status.ts';
import type { Time } from '../driver/limiter.ts';

/** How long a run waits in all for builds that do not end, in milliseconds: recorded ones took up to 45 s. */
const IN_VAIN_MS = 60_000;

/** How long in all where a target tells no status that means anything: tenants do, and a mock is quick. */
const UNTOLD_MS = 5000;

/** Pause before the second look at a build, in milliseconds; it grows threefold, up to {@link LONGEST_PAUSE_MS}. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 4000;

/** Pauses that nobody notices are not told, in milliseconds. */
const SHORT_MS = 500;

/** What a run waits for while it sends nothing. */
export interface Waiting {
  /** The status of the build that is waited for; absent where the target tells none. */
  readonly status?: string;
  /** How long it has been waited for, and how much longer at the most, in milliseconds. */
  readonly forMs: number;
  readonly leftMs: number;
}

/** One look at a build: the status that the target shows, if any, or why there is nothing more to look at. */
export interface Look {
  readonly status?: string | undefined;
  /** The look was refused, which says nothing of the build; or no answer came to it. */
  readonly over?: 'refused' | 'unanswered' | undefined;
}

/** How a build stood when nobody looked any more. */
export interface BuildEnd {
  /** Whether the action may be deployed: it is built, or the target has to be taken at its word. */
  readonly isBuilt: boolean;
  /** How the build stood, and for how long. */
  readonly words: string;
}

/** Waits for builds: as long as one takes that ends, and once a run for all that do not. */
export class Builds {
  /** Is told what is waited for, and how long still. */
  tell: (waiting: Waiting) => void = () => undefined;
  private readonly time: Time;
  private inVain = 0;
  private untold = 0;

  constructor(time: Time) {
    this.time = time;
  }

  /** Looks at a build until it has come to an end, or waiting is of no use. */
  async wait(look: () => Promise<Look>): Promise<BuildEnd> {
    const began = this.time.now();
    let waited = 0;
    let before: string | undefined;
    let isNoise = false;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 3, LONGEST_PAUSE_MS)) {
      const { status, over } = await look();
      // Who shows a status that cannot follow on the one before shows nothing that is worth waiting for.
      isNoise ||= before !== undefined && status !== undefined && !canFollow(before, status);
      before = status ?? before;
      const forMs = this.time.now() - began;
      if (isSettled(status)) this.refund(waited);
      const tells = status !== undefined && isUnderWay(status) && !isNoise;
      const left = tells ? IN_VAIN_MS - this.inVain : UNTOLD_MS - this.untold;
      if (over !== undefined || isSettled(status) || pause > left) {
        const isBuilt = over !== 'unanswered' && status !== 'failed' && !tells;
        return { isBuilt, words: wordsFor(status, forMs) };
      }
      if (pause >= SHORT_MS) this.tell({ ...(status === undefined ? {} : { status }), forMs, leftMs: left });
      await this.time.pause(pause);
      waited += pause;
      if (tells) this.inVain += pause;
      else this.untold += pause;
    }
  }

  /**
   * Pauses before a build is looked at once more by somebody who does not know whether it ends.
   *
   * @returns how long it paused, in milliseconds: to be given back where the build ended.
   */
  async pause(milliseconds: number): Promise<number> {
    const left = IN_VAIN_MS - this.inVain;
    if (milliseconds > left) return 0;
    if (milliseconds >= SHORT_MS) this.tell({ forMs: 0, leftMs: left });
    await this.time.pause(milliseconds);
    this.inVain += milliseconds;
    return milliseconds;
  }

  /** Gives back what was waited for a build that ended, in milliseconds. */
  refund(milliseconds: number): void {
    this.inVain = Math.max(0, this.inVain - milliseconds);
  }
}

function wordsFor(status: string | undefined, forMs: number): string {
  const seconds = Math.round(forMs / 1000);
  const times = seconds === 0 ? '' : ` for ${seconds} s`;
  if (status === undefined) return `the target told no status of the build${times}`;
  return isSettled(status) ? `the build ended as ${status}` : `the build was ${status}${times}`;
}
