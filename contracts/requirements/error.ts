import { operation, recorded, requirement } from '../build.ts';
import type { Expectation } from '../expectation.ts';
import type { Requirement, Source } from '../requirement.ts';

const ENVELOPE = recorded(
  'every recorded refusal of the Management API has `statusCode`, `error` and `message`',
);

/** What the page and the published schema leave open, and recorded tenants do: never a MUST. */
const refusals = <const Id extends string>(
  id: Id,
  title: string,
  judgedBy: Expectation,
  source: Source = ENVELOPE,
): Requirement<Id> => ({
  id,
  level: 'SHOULD',
  title,
  source,
  exercisedBy: { kind: 'passive', on: 'refused' },
  judgedBy,
});

const keeps = (at: string, ...keywords: readonly string[]): Expectation => ({
  kind: 'conforms',
  to: 'error',
  place: { schema: 'error', at, keywords },
});

/** The status and the body of a refusal. */
export const errorBody = [
  requirement({
    id: 'error.http.status',
    level: 'MUST',
    title: 'answers an invalid body with 400',
    source: operation('/responses/400'),
    exercisedBy: { kind: 'passive', on: 'invalid-body' },
    judgedBy: { kind: 'status', in: [400] },
  }),
  refusals('error.http.json', 'refuses in JSON, in UTF-8, and says so in `content-type`', { kind: 'json' }),
  refusals('error.object', 'refuses with an object', keeps('', 'type')),
  refusals('error.envelope', 'refuses with `statusCode`, `error` and `message`', keeps('', 'required')),
  refusals(
    'error.statusCode.type',
    'writes `statusCode` of a refusal as an integer',
    keeps('/properties/statusCode', 'type'),
  ),
  refusals('error.statusCode.same', 'repeats the HTTP status in `statusCode` of a refusal', {
    kind: 'repeats-status',
  }),
  refusals(
    'error.error',
    'writes `error` of a refusal as a string that says something',
    keeps('/properties/error', 'type', 'minLength'),
  ),
  refusals('error.error.reason', 'calls the status of a refusal in `error` as HTTP does', {
    kind: 'names-reason',
  }),
  refusals(
    'error.message',
    'writes `message` of a refusal as a string that says something',
    keeps('/properties/message', 'type', 'minLength'),
  ),
  refusals(
    'error.errorCode',
    'writes `errorCode` of a refusal, if at all, as a string',
    keeps('/properties/errorCode', 'type'),
    recorded('refusals carry a textual `errorCode`, or none'),
  ),
  requirement({
    id: 'error.names-fault',
    level: 'SHOULD',
    title: 'names the faulty property when it refuses a body',
    source: recorded('recorded validation errors name the property at fault'),
    exercisedBy: { kind: 'passive', on: 'invalid-body' },
    judgedBy: { kind: 'names-fault' },
  }),
] as const;
