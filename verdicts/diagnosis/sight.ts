import { catalogue } from '../../contracts/catalogue.ts';
import { succeeded } from '../../contracts/http-status.ts';
import { jsonIn } from '../../contracts/parse-json.ts';
import { isObject, type JsonObject } from '../../contracts/pointer.ts';
import type { Requirement } from '../../contracts/requirement.ts';
import type { Report, ReportedExchange, ReportedFinding, RequirementResult } from '../report.ts';

/** A requirement with what came of it. */
export interface Judged {
  readonly requirement: Requirement;
  readonly result: RequirementResult;
}

/** A create with a valid body and a valid token that was answered with success. */
export interface Create {
  readonly exchange: ReportedExchange;
  readonly sent: JsonObject;
  readonly answered: JsonObject;
}

/** What rules look at: what was broken or could not be judged and no rule has explained yet, and every exchange that the report keeps. */
export interface Sight {
  readonly broken: readonly Judged[];
  readonly unjudged: readonly Judged[];
  readonly exchanges: readonly ReportedExchange[];
  readonly creates: readonly Create[];
  /** Those of {@link broken} of which each finding that nobody waived is of this kind. */
  readonly brokenBy: (fits: Fits) => readonly Judged[];
}

/** Whether a finding is of a kind. */
type Fits = (finding: ReportedFinding, exchange: ReportedExchange, requirement: Requirement) => boolean;

const REQUIREMENTS: ReadonlyMap<string, Requirement> = new Map(
  catalogue.map((requirement): [string, Requirement] => [requirement.id, requirement]),
);

/**
 * Looks at what a run found out.
 *
 * @param explained ids of the requirements whose cause is known.
 */
export function sightOf(
  { requirements, exchanges }: Pick<Report, 'requirements' | 'exchanges'>,
  explained: ReadonlySet<string>,
): Sight {
  const judged = requirements.flatMap((result): readonly Judged[] => {
    const requirement = REQUIREMENTS.get(result.id);
    return requirement === undefined || explained.has(result.id) ? [] : [{ requirement, result }];
  });
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const broken = judged.filter(({ result }) => result.verdict === 'failed' || result.verdict === 'warned');
  return {
    broken,
    unjudged: judged.filter(({ result }) => result.verdict === 'not-exercised'),
    exchanges,
    creates: exchanges.flatMap(createIn),
    brokenBy: (fits) =>
      broken.filter(({ requirement, result }) =>
        result.findings
          .filter(({ waiver }) => waiver === undefined)
          .every((finding) => {
            const exchange = byId.get(finding.exchange);
            return exchange !== undefined && fits(finding, exchange, requirement);
          }),
      ),
  };
}

/** Whether an exchange is a create with nothing wrong with it. */
export const isValidCreate = ({ about }: ReportedExchange): boolean =>
  about.operation === 'create' &&
  about.credentials === 'valid' &&
  about.fault === undefined &&
  about.wire === undefined;

/** Whether an exchange was answered with success. */
export const isSuccess = ({ answer }: ReportedExchange): boolean =>
  answer !== undefined && succeeded(answer.status);

function createIn(exchange: ReportedExchange): readonly Create[] {
  if (!isValidCreate(exchange) || !isSuccess(exchange)) return [];
  const [sent, answered] = [jsonIn(exchange.request.body), jsonIn(exchange.answer?.body)];
  return isObject(sent) && isObject(answered) ? [{ exchange, sent, answered }] : [];
}

/** The statuses of answers, each once, in words: `201`, `200 or 404`. */
export const statusesOf = (exchanges: readonly ReportedExchange[]): string =>
  [...new Set(exchanges.flatMap(({ answer }) => (answer === undefined ? [] : [answer.status])))]
    .toSorted((a, b) => a - b)
    .join(' or ');

/** Names in words: `a`, `a and b`, `a, b and c`; each in backticks. */
export function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1) ?? ''}`;
}
