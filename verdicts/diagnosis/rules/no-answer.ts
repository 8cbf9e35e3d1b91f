import type { ReportedExchange } from '../../report.ts';
import type { Rule } from '../rule.ts';

/** What kept answers from coming, by the kind of trouble, and what to do about it. */
const TROUBLES: readonly {
  readonly kind: string;
  readonly id: string;
  readonly cause: string;
  readonly next: string;
  /** What the smallest such request is good for; its curl line follows. */
  readonly send?: string;
}[] = [
  {
    kind: 'died',
    id: 'dies',
    cause: 'It died while it was answering a request',
    next: 'Only sending it again tells whether the request is why.',
    send: 'Start it again, and send the smallest such request',
  },
  {
    kind: 'broken-off',
    id: 'closes-connection',
    cause: 'It closes the connection instead of answering',
    next: 'Mend what the request breaks.',
    send: 'Send the smallest such request again',
  },
  {
    kind: 'intermediary',
    id: 'intermediary',
    cause: 'Something before it answered in its place',
    next: 'Look at the gateway, proxy or challenge before the API, and run again: this says nothing of the API.',
  },
  {
    kind: 'timeout',
    id: 'keeps-silent',
    cause: 'It does not answer in time',
    next: "Look into the target's log for what it waits for.",
  },
  {
    kind: 'invalid-answer',
    id: 'invalid-http',
    cause: 'It answers what is no HTTP',
    next: 'Look at the bytes of such an answer with the curl line and --raw.',
  },
  {
    kind: 'rate-limited',
    id: 'rate-limited',
    cause: 'Its rate limit kept requests from being answered',
    next: 'Run again later, or with more time (--max-time): this says nothing of the API.',
  },
];

/** A rule for each kind of trouble: what is missing an answer is explained by what became of the request. */
export const noAnswer: readonly Rule[] = TROUBLES.map(({ kind, id, cause, next, send }) => ({
  id,
  leads: true as const,
  explain: ({ exchanges, unjudged, broken }) => {
    const troubled = exchanges.filter(({ trouble }) => trouble?.kind === kind);
    const [first] = troubled.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    if (first?.trouble === undefined) return undefined;
    const ids = new Set(troubled.map((exchange) => exchange.id));
    const messages = [...new Set(troubled.flatMap(({ trouble }) => trouble?.message ?? []))];
    const times = troubled.length === 1 ? 'on one request' : `on ${troubled.length} requests`;
    return {
      cause: `${cause}, ${times}: ${first.trouble.message}.`,
      next: send === undefined ? next : `${send}: ${lineFor(first)} ${next}`,
      explains: [
        ...unjudged.filter(({ result }) => messages.some((message) => result.reason.includes(message))),
        ...broken.filter(
          ({ result }) =>
            result.findings.length > 0 && result.findings.every(({ exchange }) => ids.has(exchange)),
        ),
      ],
    };
  },
}));

const sizeOf = ({ request }: ReportedExchange): number => request.body?.length ?? 0;

/** A longer line fills the first screen, and half of it could not be run. */
const LONGEST_LINE = 1500;

const lineFor = ({ id, curl }: ReportedExchange): string =>
  curl.length > LONGEST_LINE ? `its curl line stands at exchange ${id} of the report.` : `\`${curl}\`.`;
