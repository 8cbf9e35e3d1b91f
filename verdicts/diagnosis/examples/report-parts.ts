import type { About } from '../../../contracts/case.ts';
import { areaOf } from '../../../contracts/requirement.ts';
import { catalogue } from '../../../contracts/catalogue.ts';
import type { Json } from '../../../contracts/expectation.ts';
import type { Report, ReportedExchange, RequirementResult } from '../../report.ts';

type Parts = Pick<Report, 'requirements' | 'exchanges'>;

/** An exchange in short: what it was about, what was sent, and what was answered. */
export interface Told {
  readonly about?: Partial<About>;
  readonly sent?: Json;
  readonly status?: number;
  /** JSON, or text where it is none. */
  readonly answered?: Json;
  readonly text?: string;
  readonly trouble?: { readonly kind: string; readonly message: string };
  /** Requirements that the exchange breaks, each with the place that it finds fault with. */
  readonly breaks?: readonly (readonly [id: string, path?: string])[];
  /** Requirements that the exchange keeps, and could have broken. */
  readonly keeps?: readonly string[];
}

/** An action as a create asks for it. */
export const sentAction = (
  name: string,
  rest: { readonly [name: string]: Json } = {},
): { readonly [name: string]: Json } => ({
  name,
  supported_triggers: [{ id: 'post-login' }],
  ...rest,
});

/** Parts of a report with these exchanges, with what they break, and with what could not be judged for a reason. */
export function reportOf(
  told: readonly Told[],
  unjudged: Readonly<Record<string, string>> = {},
  unanswered = 0,
): Parts {
  const exchanges = told.map(exchangeOf);
  const findings = told.flatMap(({ breaks = [] }, index) =>
    breaks.map(([id, path = 'status']) => ({
      id,
      finding: {
        cause: `${id}:${path}`,
        message: 'it is broken',
        path,
        expected: 'another',
        actual: '"this"',
        exchange: `x${index + 1}`,
        case: `c${index + 1}`,
        phase: 'edges' as const,
      },
    })),
  );
  const broken = [...Map.groupBy(findings, ({ id }) => id)].map(([id, alike]): RequirementResult => ({
    ...resultOf(id, 'failed', 'broken'),
    observations: alike.length + told.filter(({ keeps = [] }) => keeps.includes(id)).length,
    findings: alike.map(({ finding }) => finding),
    findingsTotal: alike.length,
  }));
  return {
    requirements: [
      ...broken,
      ...Object.entries(unjudged).map(([id, reason]) => ({
        ...resultOf(id, 'not-exercised', reason),
        unanswered,
      })),
    ],
    exchanges,
  };
}

function exchangeOf({ about, sent, status, answered, text, trouble }: Told, index: number): ReportedExchange {
  return {
    id: `x${index + 1}`,
    case: `c${index + 1}`,
    kind: 'create',
    about: { operation: 'create', credentials: 'valid', choices: [], ...about },
    request: {
      method: 'POST',
      url: 'http://127.0.0.1/api/v2/actions/actions',
      headers: {},
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    },
    ...(status === undefined
      ? {}
      : {
          answer: {
            status,
            headers: {},
            body: text ?? (answered === undefined ? '' : JSON.stringify(answered)),
          },
        }),
    ...(trouble === undefined ? {} : { trouble }),
    curl: 'curl',
  };
}

function resultOf(id: string, verdict: RequirementResult['verdict'], reason: string): RequirementResult {
  const requirement = catalogue.find((each) => each.id === id);
  if (requirement === undefined) throw new Error(`there is no requirement ${id}`);
  const { level, title, source } = requirement;
  return {
    id,
    area: areaOf(id),
    level,
    title,
    source: { ...source, read: '2026-11-22' },
    verdict,
    baseline: verdict,
    reason,
    cases: [],
    observations: 1,
    unanswered: 0,
    notes: [],
    causes: [],
    findings: [],
    findingsTotal: 0,
  };
}
