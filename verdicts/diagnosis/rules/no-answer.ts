import type { Rule } from '../rule.ts';

/** What kept answers from coming, by the kind of trouble, and what to do about it. */
const TROUBLES: readonly {
  readonly kind: string;
  readonly id: string;
  readonly cause: string;
  readonly next: string;
}[] = [
  {
    kind: 'intermediary',
    id: 'intermediary',
    cause: 'Something before it answered in its place',
    next: 'Look at the gateway, proxy or challenge before the API, and run again: this says nothing of the API.',
  },
  {
    kind: 'died',
    id: 'dies',
    cause: 'It dies of a request',
    next: 'Send the smallest such request again by its curl line, and mend what it breaks.',
  },
  {
    kind: 'broken-off',
    id: 'closes-connection',
    cause: 'It closes the connection instead of answering',
    next: 'Send the smallest such request again by its curl line, and mend what it breaks.',
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
export const noAnswer: readonly Rule[] = TROUBLES.map(({ kind, id, cause, next }) => ({
  id,
  leads: true as const,
  explain: ({ exchanges, unjudged, broken }) => {
    const troubled = exchanges.filter(({ trouble }) => trouble?.kind === kind);
    const [first] = troubled;
    if (first?.trouble === undefined) return undefined;
    const ids = new Set(troubled.map((exchange) => exchange.id));
    const messages = [...new Set(troubled.flatMap(({ trouble }) => trouble?.message ?? []))];
    const times = troubled.length === 1 ? 'on one request' : `on ${troubled.length} requests`;
    return {
      cause: `${cause}, ${times}: ${first.trouble.message}.`,
      next,
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
