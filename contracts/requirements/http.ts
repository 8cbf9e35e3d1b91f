import { operation, recorded, requirement, standard } from '../build.ts';
import type { WireVariant } from '../exercise.ts';
import type { Requirement } from '../requirement.ts';

/** What nothing decides: exercised and told, as information. */
const told = <const Id extends string>(id: Id, variant: WireVariant, title: string): Requirement<Id> => ({
  id,
  level: 'MAY',
  title,
  source: operation('/requestBody/content'),
  exercisedBy: { kind: 'wire', variant },
  judgedBy: { kind: 'told' },
});

export const http = [
  requirement({
    id: 'http.answered',
    level: 'SHOULD',
    title: 'answers every request, instead of closing the connection over it',
    // Closing a connection is allowed at any time, but not as a way to have a request sent again.
    source: standard('RFC 9112', '9.5'),
    exercisedBy: { kind: 'passive', on: 'every' },
    judgedBy: { kind: 'answered' },
  }),
  requirement({
    id: 'http.server-error',
    level: 'MUST',
    title: 'answers no request with an error of its own',
    source: operation('/responses'),
    exercisedBy: { kind: 'passive', on: 'every' },
    judgedBy: { kind: 'no-server-error' },
  }),
  requirement({
    id: 'http.method',
    level: 'SHOULD',
    title: 'answers a method that the collection does not have with 404 or 405',
    source: standard('RFC 9110', '15.5.6'),
    exercisedBy: { kind: 'wire', variant: 'other-method' },
    judgedBy: { kind: 'status', in: [404, 405] },
  }),
  requirement({
    id: 'http.method.allow',
    level: 'MUST',
    title: 'says in `allow` of a 405 which methods there are',
    source: standard('RFC 9110', '15.5.6'),
    exercisedBy: { kind: 'wire', variant: 'other-method' },
    judgedBy: { kind: 'header', name: 'allow', of: 405 },
  }),
  requirement({
    id: 'http.path',
    level: 'SHOULD',
    title: 'answers a path that does not exist with 404',
    source: recorded('an unknown route of the Management API answered 404'),
    exercisedBy: { kind: 'wire', variant: 'unknown-path' },
    judgedBy: { kind: 'status', in: [404] },
  }),
  requirement({
    id: 'http.content-type',
    level: 'SHOULD',
    title: 'refuses a body whose `content-type` it does not document',
    source: operation('/requestBody/content'),
    exercisedBy: { kind: 'wire', variant: 'other-content-type' },
    judgedBy: { kind: 'rejected' },
  }),
  told(
    'http.form-encoded',
    'form-encoded',
    'tells what it does with a form-encoded body, which the published schema lists beside JSON',
  ),
  // The document says `application/json` and no more; the JSON standard leaves to the reader what it makes of these.
  told(
    'http.byte-order-mark',
    'byte-order-mark',
    'tells what it does with JSON that begins with a byte order mark',
  ),
  told(
    'http.duplicate-key',
    'duplicate-key',
    'tells which of two properties by the same name it takes, if any',
  ),
  told('http.not-utf8', 'not-utf8', 'tells what it does with JSON whose text is not valid UTF-8'),
  told('http.charset', 'other-charset', 'tells what it does with JSON in another charset than UTF-8'),
] as const;
