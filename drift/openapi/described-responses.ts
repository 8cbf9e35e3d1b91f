import type { Place } from './place.ts';
import { entriesOf } from './references.ts';

/** The responses that an operation describes: statuses, ranges of them such as `4XX`, and `default` for the rest. */
export class DescribedResponses {
  private readonly byStatus: ReadonlyMap<string, Place>;

  constructor(responses: Place | undefined) {
    this.byStatus = new Map(
      (responses === undefined ? [] : entriesOf(responses))
        .map(([status, response]) => [status.toUpperCase(), response] as const)
        .filter(([status]) => /^(?:[1-5](?:\d\d|XX)|DEFAULT)$/.test(status)),
    );
  }

  /** The statuses and ranges that it names; not `DEFAULT`, which says nothing of any one status. */
  get named(): readonly string[] {
    return [...this.byStatus.keys()].filter((status) => status !== 'DEFAULT');
  }

  /** What is said of a status: by itself, by its range, or by default. */
  of(status: string): Place | undefined {
    return (
      this.byStatus.get(status) ??
      this.byStatus.get(`${status.slice(0, 1)}XX`) ??
      this.byStatus.get('DEFAULT')
    );
  }
}

/** Whether a status is meant by a status or a range. */
export const isCovered = (status: string, by: string): boolean =>
  status === by || (by.endsWith('XX') && status.startsWith(by.slice(0, 1)));
