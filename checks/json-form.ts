import type { Answer, Exchange } from '../driver/exchange.ts';
import { answerBody } from './answer-body.ts';
import { broken, held, type Finding, type Judgement } from './judgement.ts';
import { excerpt } from './status.ts';

/** Judges that an answer declares JSON, and is JSON in UTF-8. */
export function judgeJson(exchange: Exchange, answer: Answer): Judgement {
  const declared = answer.headers['content-type'];
  const findings: Finding[] = [];
  if (typeof declared !== 'string' || !/^application\/json\s*(;|$)/i.test(declared)) {
    findings.push({
      message: 'the answer does not declare JSON',
      path: 'header content-type',
      kind: 'undeclared',
      expected: 'application/json',
      actual: declared === undefined ? 'nothing' : String(declared),
    });
  } else if (/charset=(?!"?utf-8)/i.test(declared)) {
    findings.push({
      message: 'the answer declares another character encoding than UTF-8',
      path: 'header content-type',
      kind: 'charset',
      expected: 'charset=utf-8',
      actual: declared,
    });
  }
  const body = answerBody(exchange);
  // What is no UTF-8 is seldom JSON either, and the encoding is what to put right.
  if (!answer.utf8) {
    findings.push({
      message: 'the answer is not UTF-8, or begins with a byte order mark',
      path: '',
      kind: 'encoding',
      expected: 'UTF-8',
      actual: excerpt(answer.text),
    });
  } else if ('trouble' in body) {
    findings.push({
      message: `the answer is not JSON: ${body.trouble}`,
      path: '',
      kind: 'syntax',
      expected: 'JSON',
      actual: excerpt(answer.text),
    });
  }
  return findings.length === 0 ? held() : broken(...findings);
}
