import type { Operation } from '../contracts/exercise.ts';
import { covers, waivers } from '../contracts/waivers.ts';
import { beginning } from '../checks/judgement.ts';
import type { Exchange } from '../driver/exchange.ts';
import type { Drift, Undocumented } from './drift.ts';
import { lookAt } from './glimpses.ts';
import { gather, gatherMore, idOf, messageFor, patchFor, type Gathered, type Glimpse } from './part.ts';
import { unseenParts, type Shown } from './unseen.ts';

/** Different things of one kind at one place that are told: more of them are data, such as ids. */
const MOST_AT_A_PLACE = 20;
const LONGEST_OBSERVED = 200;

interface First {
  readonly glimpse: Glimpse;
  readonly operation: Operation;
  readonly exchange: string;
  gathered: Gathered;
}

/** Watches the answers of a run for what is documented nowhere, and remembers what is documented and was there. */
export class DriftObserver {
  private readonly firsts = new Map<string, First>();
  private readonly crowds = new Map<string, number>();
  private readonly shown: Shown = { places: new Set(), statuses: new Map(), headers: new Set() };

  /** Takes in one exchange; returns whether it is the first to show something undocumented. */
  observe(exchange: Exchange): boolean {
    const look = lookAt(exchange);
    if (look === undefined) return false;
    this.remember(exchange, look.places);
    return look.glimpses.map((glimpse) => this.note(glimpse, exchange)).includes(true);
  }

  /** Ids of the exchanges that show something undocumented first. */
  get telling(): ReadonlySet<string> {
    return new Set([...this.firsts.values()].map(({ exchange }) => exchange));
  }

  /** What it all comes to. */
  settle(): Drift {
    const undocumented = [...this.firsts].map(([id, { exchange, gathered, glimpse, operation }]) => {
      const { kind, path, value } = glimpse;
      const waiver = waiverFor(glimpse, operation);
      const part: Undocumented = {
        id,
        kind,
        message: messageFor(glimpse),
        operation,
        path,
        observed: beginning(JSON.stringify(value), LONGEST_OBSERVED),
        exchange,
        ...(waiver === undefined ? {} : { waiver }),
        patch: patchFor(glimpse, gathered),
      };
      return part;
    });
    return { undocumented, unseen: unseenParts(this.shown) };
  }

  private remember({ about, answer }: Exchange, places: ReadonlySet<string>): void {
    for (const place of places) this.shown.places.add(place);
    for (const name of Object.keys(answer?.headers ?? {})) this.shown.headers.add(name);
    const statuses = this.shown.statuses.get(about.operation) ?? new Set();
    this.shown.statuses.set(about.operation, statuses.add(String(answer?.status)));
  }

  private note(glimpse: Glimpse, { about, id: exchange }: Exchange): boolean {
    const id = idOf(glimpse);
    const first = this.firsts.get(id);
    if (first !== undefined) {
      first.gathered = gatherMore(first.gathered, glimpse);
      return false;
    }
    const crowd = `${glimpse.kind}:${glimpse.place}`;
    const others = this.crowds.get(crowd) ?? 0;
    if (others >= MOST_AT_A_PLACE) return false;
    this.crowds.set(crowd, others + 1);
    this.firsts.set(id, { glimpse, operation: about.operation, exchange, gathered: gather(glimpse) });
    return true;
  }
}

/** The known deviation that something undocumented is an instance of. */
function waiverFor({ kind, path, value }: Glimpse, operation: Operation): string | undefined {
  return waivers.find((waiver) => {
    if (!covers(waiver, { path, actual: JSON.stringify(value) })) return false;
    // A path says which property is meant, but every operation has a status.
    return kind !== 'status' || waiver.requirement.startsWith(`lifecycle.${operation}.`);
  })?.name;
}
