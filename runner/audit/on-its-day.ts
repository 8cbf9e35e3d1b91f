import { sentValue } from '../../checks/answer-body.ts';
import { editions, type Edition } from '../../contracts/editions.ts';
import type { Expectation, Json } from '../../contracts/expectation.ts';
import { valueAt } from '../../contracts/pointer.ts';
import type { Requirement } from '../../contracts/requirement.ts';
import type { Exchange } from '../../driver/exchange.ts';

/** What a requirement demanded on a day: an expectation, or why nobody knows. */
export type OnItsDay = { readonly expectation: Expectation } | { readonly unknown: string };

const byRequirement: ReadonlyMap<string, readonly Edition[]> = Map.groupBy(
  editions,
  ({ requirement }) => requirement,
);

/**
 * What a requirement demanded on the day of an exchange.
 *
 * @param at ISO date and time; where nothing tells it, what is demanded today is taken.
 */
export function onItsDay(
  { id, judgedBy }: Requirement,
  exchange: Exchange,
  at: string | undefined,
): OnItsDay {
  const all = byRequirement.get(id);
  if (all === undefined || at === undefined) return { expectation: judgedBy };
  const day = at.slice(0, 10);
  const trigger = triggerOf(exchange);
  const own = all.filter((edition) => edition.trigger === trigger && trigger !== undefined);
  const relevant = own.length > 0 ? own : all.filter((edition) => edition.trigger === undefined);
  const edition = relevant.find(({ from, until }) => from <= day && (until === undefined || day < until));
  if (edition === undefined) {
    const isOlder = relevant.every(({ from }) => day < from);
    return {
      unknown: isOlder
        ? `the exchange is of ${day}, which is older than what this suite knows of it`
        : `the exchange is of ${day}, and what held on that day is not known`,
    };
  }
  return { expectation: edition.value === undefined ? judgedBy : withValue(judgedBy, edition.value) };
}

/** Whether a requirement demanded on a day what it demands today. */
export function heldOn(requirement: string, at: string | undefined): boolean {
  const first = byRequirement.get(requirement)?.find(({ value }) => value === undefined)?.from;
  return first === undefined || at === undefined || first <= at.slice(0, 10);
}

const withValue = (expectation: Expectation, value: Json): Expectation =>
  expectation.kind === 'default' || expectation.kind === 'value' ? { ...expectation, value } : expectation;

/** The trigger that a request names, as id and version. */
function triggerOf(exchange: Exchange): string | undefined {
  const sent = sentValue(exchange);
  const [id, version] = ['id', 'version'].map((name) => valueAt(sent, `/supported_triggers/0/${name}`));
  return typeof id === 'string' && typeof version === 'string' ? `${id} ${version}` : undefined;
}
