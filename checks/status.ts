import type { Expectation } from '../contracts/expectation.ts';
import type { Answer, Exchange } from '../driver/exchange.ts';
import { beginning, heldIf, unjudged, type Judgement } from './judgement.ts';

type StatusExpectation = Extract<Expectation, { kind: 'status' }>;

const kindOf = (status: number): number => Math.floor(status / 100);

const finding = (expected: string, status: number, message: string, kind = `${kindOf(status)}xx`) => ({
  message,
  path: 'status',
  kind,
  expected,
  actual: String(status),
});

/**
 * An answer that speaks of the tenant or the token instead of the request, and so says nothing about the request:
 * the tenant is full, the token has run out, or it lacks the scope for this operation.
 */
export function judgesSomethingElse({ about }: Exchange, { status, text }: Answer): Judgement | undefined {
  if (status === 403 && text.includes('too_many_entities')) {
    return unjudged('the tenant holds as many actions as it may');
  }
  if (about.credentials !== 'valid') return undefined;
  // Where the scheme is written in another case, it may be this that is not accepted.
  if (status === 401 && !about.choices.includes('sent:scheme-case'))
    return unjudged('the target no longer accepts the token');
  return status === 403 && text.includes('insufficient_scope')
    ? unjudged(`the token lacks the scope that a ${about.operation} needs`)
    : undefined;
}

/** Judges that a request was answered with success. */
export function judgeAccepted({ status, text }: Answer): Judgement {
  return heldIf(kindOf(status) === 2, () =>
    finding('2xx', status, `a valid request was answered with ${status}: ${excerpt(text)}`),
  );
}

/** Judges that a request was refused as a mistake of the client. */
export function judgeRejected({ status, text }: Answer): Judgement {
  return heldIf(kindOf(status) === 4, () =>
    finding(
      '4xx',
      status,
      kindOf(status) === 2
        ? `an invalid request was accepted with ${status}`
        : `an invalid request was answered with ${status} rather than refused: ${excerpt(text)}`,
    ),
  );
}

/** Judges that the status is one of those documented. */
export function judgeStatus({ status }: Answer, { in: allowed, ofSuccess }: StatusExpectation): Judgement {
  if (ofSuccess === true && kindOf(status) !== 2) return unjudged(`the request was answered with ${status}`);
  const wanted = allowed.join(' or ');
  return heldIf(allowed.includes(status), () =>
    finding(wanted, status, `answered with ${status}, not ${wanted}`, String(status)),
  );
}

/** Judges that an answer is no error of the server: whatever was sent, the tenant either does it or says what is wrong. */
export const judgeServerError = ({ status, text }: Answer): Judgement =>
  heldIf(kindOf(status) !== 5, () =>
    finding('any status below 500', status, `answered with ${status}: ${excerpt(text)}`),
  );

/** The beginning of a body, on one line. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line === '') return 'no body';
  return beginning(line, 160);
}
