import type { Requirement } from '../contracts/requirement.ts';
import { broken, unjudged, type Evidence, type Judgement } from '../checks/judgement.ts';
import { judgeKept, whatIsMissing } from '../checks/recorded.ts';
import type { Tally } from '../verdicts/tally.ts';
import type { ReportedFinding, RequirementResult } from '../verdicts/report.ts';

/** What is looked at of what a stored report says of a requirement. */
export type StoredResult = Pick<RequirementResult, 'id' | 'verdict' | 'reason' | 'findingsTotal'> & {
  readonly findings: readonly Pick<ReportedFinding, 'exchange' | 'path' | 'phase'>[];
};

/**
 * Judges stored exchanges by requirements, mindful of what the run found: where that cannot be judged any more, the
 * requirement is kept from passing.
 */
export class JudgingAgain {
  private readonly before: ReadonlyMap<string, StoredResult>;
  private readonly tally: Tally;
  /** Requirements with the exchanges that break them again. */
  private readonly brokenAgain = new Set<string>();

  constructor(before: readonly StoredResult[], tally: Tally) {
    this.before = new Map(before.map((result) => [result.id, result]));
    this.tally = tally;
  }

  readonly judge = (requirement: Requirement, evidence: Evidence): Judgement => {
    const { id, judgedBy } = requirement;
    const kept = judgeKept(judgedBy, evidence);
    const judgement = judgedBy.kind === 'secret-kept' ? this.secrecy(id, evidence, kept) : kept;
    if (judgement.outcome === 'broken') {
      this.brokenAgain.add(keyOf(id, evidence.exchange.id));
      return judgement;
    }
    const missing =
      whatIsMissing(judgedBy, evidence) ?? (judgedBy.kind === 'secret-kept' ? MASKED : undefined);
    if (missing !== undefined && this.mayHaveBroken(id, evidence)) this.tally.noteLost(id, lostFor(missing));
    return judgement;
  };

  /** Notes what the run found by what its model of the tenant foretold, which the report does not keep. */
  noteForetold(): void {
    for (const id of this.tally.accounts.keys()) {
      const foretold = this.before.get(id)?.findings.filter(({ phase }) => phase === 'lifecycle') ?? [];
      if (foretold.some(({ exchange }) => !this.brokenAgain.has(keyOf(id, exchange))))
        this.tally.noteLost(id, lostFor('what a lifecycle foretold was not kept'));
    }
  }

  /** A mask stands for a secret or for a token, and only the run knows for which. */
  private secrecy(id: string, evidence: Evidence, judgement: Judgement): Judgement {
    if (judgement.outcome !== 'broken') return judgement;
    const found = this.before.get(id)?.findings ?? [];
    const leaks = judgement.findings.filter(({ path }) =>
      found.some((each) => each.exchange === evidence.exchange.id && each.path === path),
    );
    if (leaks.length > 0) return broken(...leaks);
    this.tally.noteLost(id, MASKED);
    return unjudged(MASKED);
  }

  /** Whether the run found the exchange, or one that its report does not name, to break the requirement. */
  private mayHaveBroken(id: string, { exchange }: Evidence): boolean {
    const result = this.before.get(id);
    if (result === undefined) return false;
    const { findings, findingsTotal, verdict } = result;
    return (
      verdict === 'errored' ||
      findingsTotal > findings.length ||
      findings.some((finding) => finding.exchange === exchange.id)
    );
  }
}

const keyOf = (requirement: string, exchange: string): string => `${requirement} ${exchange}`;

const MASKED = 'secrets and tokens are masked alike in the report';

const lostFor = (reason: string): string => `found broken before, and cannot be judged again: ${reason}`;
