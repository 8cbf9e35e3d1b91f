import { operation, page, recorded, requirement } from '../build.ts';

export const http = [
  requirement({
    id: 'http.method',
    level: 'SHOULD',
    title: 'answers a method that the collection does not have with 404 or 405',
    source: page('Request line'),
    exercisedBy: { kind: 'wire', variant: 'other-method' },
    judgedBy: { kind: 'status', in: [404, 405] },
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
  requirement({
    id: 'http.form-encoded',
    level: 'MAY',
    title: 'tells what it does with a form-encoded body, which the published schema lists beside JSON',
    source: operation('/requestBody/content'),
    exercisedBy: { kind: 'wire', variant: 'form-encoded' },
    judgedBy: { kind: 'told' },
  }),
  // The document says `application/json` and no more; the JSON standard leaves to the reader what it makes of these.
  requirement({
    id: 'http.byte-order-mark',
    level: 'MAY',
    title: 'tells what it does with JSON that begins with a byte order mark',
    source: operation('/requestBody/content'),
    exercisedBy: { kind: 'wire', variant: 'byte-order-mark' },
    judgedBy: { kind: 'told' },
  }),
  requirement({
    id: 'http.duplicate-key',
    level: 'MAY',
    title: 'tells which of two properties by the same name it takes, if any',
    source: operation('/requestBody/content'),
    exercisedBy: { kind: 'wire', variant: 'duplicate-key' },
    judgedBy: { kind: 'told' },
  }),
  requirement({
    id: 'http.not-utf8',
    level: 'MAY',
    title: 'tells what it does with JSON whose text is not valid UTF-8',
    source: operation('/requestBody/content'),
    exercisedBy: { kind: 'wire', variant: 'not-utf8' },
    judgedBy: { kind: 'told' },
  }),
  requirement({
    id: 'http.charset',
    level: 'MAY',
    title: 'tells what it does with JSON in another charset than UTF-8',
    source: operation('/requestBody/content'),
    exercisedBy: { kind: 'wire', variant: 'other-charset' },
    judgedBy: { kind: 'told' },
  }),
] as const;
