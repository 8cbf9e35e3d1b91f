import { sentValue } from '../../checks/answer-body.ts';
import { isMasked } from '../../checks/masked.ts';
import { Memory } from '../../checks/memory.ts';
import { judgeRecorded } from '../../checks/recorded.ts';
import { showsNothing, unjudged, type Finding, type Judgement } from '../../checks/judgement.ts';
import { MASK } from '../../contracts/mask.ts';
import type { Requirement } from '../../contracts/requirement.ts';
import { SHORTEST_SECRET } from '../../contracts/secret-search.ts';
import type { Exchange, Headers } from '../../driver/exchange.ts';
import { Redactor } from '../../driver/redaction.ts';
import { isSentFor } from '../../properties/bearing.ts';
import type { RecordedStep } from './lives.ts';
import { isSecretValue, secretsIn } from './mask-secrets.ts';
import { onItsDay } from './on-its-day.ts';
import { ON_RECORDINGS } from './on-recordings.ts';
import type { RecordedRequirements } from './recorded-requirements.ts';

/** A judgement of a requirement on an exchange, with nothing in it that must not be shown. */
export interface Judged {
  readonly requirement: Requirement;
  readonly judgement: Judgement;
}

/** An exchange as it was recorded, with those that it builds on and when it was. */
interface Seen {
  readonly exchange: Exchange;
  readonly earlier: readonly Exchange[];
  /** ISO date and time, where it is known. */
  readonly at: string | undefined;
}

/** Secrets of one recording that its answers are searched for, the latest of them. */
const MOST_SECRETS = 20;

/** Whether a refusal left something behind shows only where nobody else is at work. */
const NO_NAMES: ReadonlySet<string> = new Set();

/** Shorter ones are placeholders that somebody put there, such as `undefined`. */
const SHORTEST_TOKEN = 20;

/** The tokens that a request carries. */
const tokensIn = ({ authorization = [] }: Headers): readonly string[] =>
  [authorization]
    .flat()
    .flatMap((line) => line.split(' ').slice(1))
    .filter(({ length }) => length >= SHORTEST_TOKEN);

/** Judges the exchanges of one recording in their order, knowing the secrets that its requests set. */
export class RecordingJudge {
  readonly redactor = new Redactor();
  private readonly memory = new Memory({ isRecording: true });
  private secrets: readonly string[] = [];
  /** Shorter secrets as JSON: within quotes, even these cannot be mistaken. */
  private quoted: readonly string[] = [];

  /** Learns what an exchange's request must keep to itself; to be told of each before anything is judged. */
  learn(exchange: Exchange): void {
    const { body, headers } = exchange.request;
    this.redactor.learn(...tokensIn(headers));
    if (body?.includes('secrets') !== true) return;
    // A mask is nobody's secret, and stands wherever the recorder put it.
    const all = secretsIn(sentValue(exchange)).filter((value) => !isMasked(value));
    const values = all.filter((value) => value.length >= SHORTEST_SECRET);
    this.redactor.learn(...values);
    const short = all.filter((value) => value.length < SHORTEST_SECRET).map((value) => JSON.stringify(value));
    this.quoted = [...new Set([...this.quoted, ...short])].slice(-MOST_SECRETS);
    // A value that also stands elsewhere in the body is echoed from there.
    const telling = values.filter((value) => body.split(value).length === 2 && !this.secrets.includes(value));
    if (telling.length > 0) this.secrets = [...this.secrets, ...telling].slice(-MOST_SECRETS);
  }

  /** Remembers what an exchange showed, for those after it. */
  remember(exchange: Exchange): void {
    this.memory.learn(exchange);
  }

  /** Judges what bears on an exchange: what applies to it in passing, and the steps that it turned out to be. */
  *judge(
    exchange: Exchange,
    steps: readonly RecordedStep[],
    requirements: RecordedRequirements,
    at: string | undefined,
  ): Generator<Judged> {
    const done = new Set<Requirement>();
    for (const step of steps) {
      for (const requirement of requirements.ofStep(step)) {
        // One exchange may be several steps of a requirement that looks back on all that was.
        if (requirement.alsoOn !== undefined && done.has(requirement)) continue;
        done.add(requirement);
        yield this.judged(requirement, { exchange, earlier: step.earlier, at });
      }
    }
    for (const requirement of requirements.inPassing(exchange)) {
      if (done.has(requirement)) continue;
      const judged = this.judged(requirement, { exchange, earlier: [], at });
      if (isSentFor(requirement, exchange) || !showsNothing(judged.judgement)) yield judged;
    }
  }

  /** A judgement of one requirement, whether or not the exchange exercises it. */
  judged(requirement: Requirement, { exchange, earlier, at }: Seen): Judged {
    const judgement = this.judgement(requirement, { exchange, earlier, at });
    if (judgement.outcome !== 'broken') return { requirement, judgement };
    return {
      requirement,
      judgement: { ...judgement, findings: judgement.findings.map((finding) => this.clean(finding)) },
    };
  }

  private judgement(requirement: Requirement, { exchange, earlier, at }: Seen): Judgement {
    const { judged, why } = ON_RECORDINGS[requirement.judgedBy.kind];
    if (!judged) return unjudged(why);
    const then = onItsDay(requirement, exchange, at);
    if ('unknown' in then) return unjudged(then.unknown);
    const { expectation } = then;
    const { secrets, memory } = this;
    const evidence = { exchange, earlier, memory, secrets, refusedNames: NO_NAMES };
    if (expectation.kind !== 'paged') return judgeRecorded(expectation, evidence);
    const perPage = pageSize(exchange);
    return perPage === undefined
      ? unjudged('how many a page should hold is not known')
      : judgeRecorded({ ...expectation, perPage }, evidence);
  }

  private clean(finding: Finding): Finding {
    const { message, path, expected, actual } = finding;
    const { redactor } = this;
    return {
      ...finding,
      message: redactor.text(message),
      path: redactor.text(path),
      expected: redactor.body(this.unquoted(expected)),
      actual: isSecretValue(path) ? JSON.stringify(MASK) : redactor.body(this.unquoted(actual)),
    };
  }

  private unquoted(json: string): string {
    return this.quoted.reduce((text, value) => text.replaceAll(value, JSON.stringify(MASK)), json);
  }
}

/** More than any list gives on a page: what is answered to it, no document says. */
const LARGEST_PAGE = 100;

/** How many a page should hold is what the recorded request asked for. */
function pageSize({ request }: Exchange): number | undefined {
  const asked = Number(URL.parse(request.url, 'https://recording.invalid')?.searchParams.get('per_page'));
  return Number.isInteger(asked) && asked > 0 && asked <= LARGEST_PAGE ? asked : undefined;
}
