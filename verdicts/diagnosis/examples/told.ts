import type { About, Fault } from '../../../contracts/case.ts';
import type { Credentials, Step } from '../../../contracts/exercise.ts';
import { sentAction, type Told } from './report-parts.ts';

/** A create with credentials of a kind. */
export const triesWith = (credentials: Credentials, status: number, breaks: Told['breaks'] = []): Told => ({
  about: { credentials },
  sent: sentAction('a'),
  status,
  breaks,
});

/** A faulty body at a property, and whether it was accepted. */
export const faulty = (
  at: Fault['at'],
  status: number,
  breaks: Told['breaks'] = [],
  after: Fault['after'] = 7,
): Told => ({
  about: { fault: { at, operator: 'wrong-type', keyword: 'type', after } },
  sent: sentAction('a'),
  status,
  answered:
    status < 300 ? { id: '1' } : { statusCode: status, error: 'Bad Request', message: `${at} is wrong` },
  breaks,
});

/** Where faults are, and what an accepted one breaks. */
export const PLACES = ['/name', '/code', '/runtime', '/deploy', '/secrets', '/modules'] as const;
export const TYPES = PLACES.map((at): readonly [string] => [`request.${at.slice(1)}.type`]);

/** A step of the life of an action. */
export const step = (
  at: Step,
  operation: About['operation'],
  status: number,
  breaks: Told['breaks'] = [],
): Told => ({
  about: { operation, at: { sequence: 'life', step: at } },
  status,
  answered: { id: '1', status: 'building' },
  breaks,
});

/** Creates that are answered with what was sent and what the tenant adds. */
export const honest: readonly Told[] = ['a', 'b', 'c'].map((name) => ({
  sent: sentAction(name, { code: `// ${name}` }),
  status: 201,
  answered: sentAction(name, { code: `// ${name}`, id: name, created_at: 'now' }),
}));

/** Creates with names of their own, the last of which breaks something. */
export const creates = (
  answerTo: (name: string) => Told['answered'],
  breaks: Told['breaks'] = [],
): readonly Told[] =>
  ['a', 'b', 'c'].map((name, index) => ({
    sent: sentAction(name, { code: `// ${name}` }),
    status: 201,
    answered: answerTo(name) ?? null,
    breaks: index === 2 ? breaks : [],
  }));

/** A refusal with a body of its own. */
export const refusal = (answered: Told['answered'], breaks: Told['breaks'] = [], text?: string): Told => ({
  ...faulty('/name', 400, breaks),
  ...(text === undefined ? { answered: answered ?? null } : { text }),
});
