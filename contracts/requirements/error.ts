import { operation, recorded, requirement } from '../build.ts';

const refused = { kind: 'passive', on: 'refused' } as const;
const ENVELOPE = recorded(
  'every recorded refusal of the Management API has `statusCode`, `error` and `message`',
);
const error = (at: string, ...keywords: readonly string[]) =>
  ({ kind: 'conforms', to: 'error', place: { schema: 'error', at, keywords } }) as const;

/** The body of a refusal. The page and the published schema leave it open, so none of this is a MUST. */
export const errorBody = [
  requirement({
    id: 'error.http.status',
    level: 'MUST',
    title: 'answers an invalid body with 400',
    source: operation('/responses/400'),
    exercisedBy: { kind: 'passive', on: 'invalid-body' },
    judgedBy: { kind: 'status', in: [400] },
  }),
  requirement({
    id: 'error.http.json',
    level: 'SHOULD',
    title: 'refuses in JSON, in UTF-8, and says so in `content-type`',
    source: ENVELOPE,
    exercisedBy: refused,
    judgedBy: { kind: 'json' },
  }),
  requirement({
    id: 'error.object',
    level: 'SHOULD',
    title: 'refuses with an object',
    source: ENVELOPE,
    exercisedBy: refused,
    judgedBy: error('', 'type'),
  }),
  requirement({
    id: 'error.envelope',
    level: 'SHOULD',
    title: 'refuses with `statusCode`, `error` and `message`',
    source: ENVELOPE,
    exercisedBy: refused,
    judgedBy: error('', 'required'),
  }),
  requirement({
    id: 'error.statusCode.type',
    level: 'SHOULD',
    title: 'writes `statusCode` of a refusal as an integer',
    source: ENVELOPE,
    exercisedBy: refused,
    judgedBy: error('/properties/statusCode', 'type'),
  }),
  requirement({
    id: 'error.statusCode.same',
    level: 'SHOULD',
    title: 'repeats the HTTP status in `statusCode` of a refusal',
    source: ENVELOPE,
    exercisedBy: refused,
    judgedBy: { kind: 'repeats-status' },
  }),
  requirement({
    id: 'error.error',
    level: 'SHOULD',
    title: 'writes `error` of a refusal as a string that says something',
    source: ENVELOPE,
    exercisedBy: refused,
    judgedBy: error('/properties/error', 'type', 'minLength'),
  }),
  requirement({
    id: 'error.message',
    level: 'SHOULD',
    title: 'writes `message` of a refusal as a string that says something',
    source: ENVELOPE,
    exercisedBy: refused,
    judgedBy: error('/properties/message', 'type', 'minLength'),
  }),
  requirement({
    id: 'error.errorCode',
    level: 'SHOULD',
    title: 'writes `errorCode` of a refusal, if at all, as a string',
    source: recorded('refusals carry a textual `errorCode`, or none'),
    exercisedBy: refused,
    judgedBy: error('/properties/errorCode', 'type'),
  }),
  requirement({
    id: 'error.names-fault',
    level: 'SHOULD',
    title: 'names the faulty property when it refuses a body',
    source: recorded('recorded validation errors name the property at fault'),
    exercisedBy: { kind: 'passive', on: 'invalid-body' },
    judgedBy: { kind: 'names-fault' },
  }),
] as const;
