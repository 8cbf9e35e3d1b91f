import type { About } from '../contracts/case.ts';
import type { Operation } from '../contracts/exercise.ts';
import type { Json } from '../contracts/expectation.ts';
import type { Answer, Exchange, Headers, Trouble } from '../driver/exchange.ts';
import { Memory } from './memory.ts';
import type { Evidence, Finding, Judgement } from './judgement.ts';

/** What a test says of an exchange; everything else about it is as it should be. */
export interface Example {
  readonly about?: Partial<About>;
  /** Path below the collection, such as `/a1`; the collection itself where it is left out. */
  readonly path?: string;
  readonly startedAt?: string;
  /** The request's body; none where it is left out. */
  readonly sent?: Json;
  readonly status?: number;
  readonly headers?: Headers;
  /** The answer's body as a value. */
  readonly answered?: Json;
  /** The answer's body to the letter, where it is not simply `answered`. */
  readonly text?: string;
  readonly utf8?: boolean;
  /** Why there is no answer. */
  readonly trouble?: Trouble;
}

/** An exchange of a create, as an example tells it. */
export function exchangeOf(example: Example = {}): Exchange {
  const { about, sent, trouble, path = '', startedAt = '2026-01-01T00:00:00.000Z' } = example;
  return {
    id: 'x1',
    case: 'c1',
    kind: 'create',
    about: { operation: 'create', credentials: 'valid', choices: ['base'], ...about },
    request: {
      method: 'POST',
      url: `https://tenant.example/api/v2/actions/actions${path}`,
      headers: {},
      ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
    },
    ...(trouble === undefined ? { answer: answerOf(example) } : { trouble }),
    startedAt,
    durationMs: 1,
  };
}

function answerOf({ status = 201, headers, answered, text, utf8 = true }: Example): Answer {
  return {
    status,
    headers: headers ?? { 'content-type': 'application/json; charset=utf-8' },
    text: text ?? (answered === undefined ? '' : JSON.stringify(answered)),
    utf8,
  };
}

/** Evidence of an exchange and what came before it. */
export function evidenceOf(
  example: Example,
  { earlier = [], ...rest }: { earlier?: readonly Example[]; secrets?: readonly string[] } = {},
): Evidence {
  const before = earlier.map(exchangeOf);
  const memory = new Memory();
  for (const each of before) memory.learn(each);
  return {
    exchange: exchangeOf(example),
    earlier: before,
    memory,
    secrets: ['a-secret-value-1', 'a-secret-value-22'],
    refusedNames: new Set(['conformance-run']),
    ...rest,
  };
}

/** A request on the action `a1` that succeeds, five seconds after its create. */
const onAction =
  (operation: Operation, below: string) =>
  (answered: Json): Example => ({
    about: { operation },
    path: `/a1${below}`,
    startedAt: '2026-01-01T00:00:05.000Z',
    status: 200,
    answered,
  });

export const read = onAction('read', '');
export const update = onAction('update', '');
export const deploy = onAction('deploy', '/deploy');

/** A list that succeeds. */
export const list = (answered: Json, query = ''): Example => ({
  about: { operation: 'list' },
  path: query,
  status: 200,
  answered,
});

/** The findings of a judgement that must be broken. */
export function findingsOf(judgement: Judgement): readonly Finding[] {
  if (judgement.outcome === 'broken') return judgement.findings;
  throw new Error(`expected a broken requirement, got ${JSON.stringify(judgement)}`);
}

/** The paths that a judgement finds at fault: none where it is kept, or could not be judged. */
export const pathsOf = (judgement: Judgement): readonly string[] =>
  judgement.outcome === 'broken' ? judgement.findings.map(({ path }) => path) : [];
