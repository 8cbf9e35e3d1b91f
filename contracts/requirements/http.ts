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
] as const;
