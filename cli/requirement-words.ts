import type { Exercise, Pointer } from '../contracts/exercise.ts';
import type { Expectation } from '../contracts/expectation.ts';

const placeWords = (at: Pointer): string => (at === '' ? 'the body' : at);

const PASSIVE = {
  created: 'every create that succeeds',
  refused: 'every refusal',
  'invalid-body': 'every refusal of an invalid body',
  every: 'every exchange',
} as const;

/** How a requirement is exercised, as a person says it. */
export function exerciseWords(exercise: Exercise): string {
  switch (exercise.kind) {
    case 'valid':
      return exercise.choice === undefined
        ? 'creates with a valid body'
        : `creates whose valid body chose ${exercise.choice}`;
    case 'combination':
      return 'creates whose valid body makes several choices';
    case 'fault':
      return `creates whose body has one fault: ${exercise.operator} at ${placeWords(exercise.at)}`;
    case 'credentials':
      return `a create with credentials that are ${exercise.credentials}`;
    case 'wire':
      return `a valid body sent in another way: ${exercise.variant}`;
    case 'sequence':
      return `the step ${exercise.step} of the sequence ${exercise.sequence}`;
    case 'passive':
      return `in passing, by ${PASSIVE[exercise.on]}`;
  }
}

/** How a requirement is judged, as a person says it. */
export function expectationWords(expectation: Expectation): string {
  switch (expectation.kind) {
    case 'answered':
      return 'an answer comes; none does where the same request gets none each time, and others get theirs';
    case 'accepted':
      return 'the answer is a success (2xx)';
    case 'rejected':
      return 'the answer is a refusal (4xx), and the same body without the fault was accepted';
    case 'status':
      return `the answer's status is ${expectation.in.join(' or ')}`;
    case 'header':
      return expectation.naming === undefined
        ? `an answer with ${expectation.of} has the header \`${expectation.name}\``
        : `the header \`${expectation.name}\` of an answer with ${expectation.of} names ${expectation.naming}`;
    case 'json':
      return 'the answer declares JSON, and is JSON in UTF-8';
    case 'conforms': {
      const { schema, at, keywords } = expectation.place;
      return `the answer breaks neither of ${keywords.join(', ')} in contracts/schemas/${schema}.json#${at}`;
    }
    case 'present':
      return `the answer has \`${expectation.property}\``;
    case 'echo':
      return `${expectation.in} of the answer repeats the \`${expectation.property}\` that was sent`;
    case 'default':
      return `without \`${expectation.property}\` in the request, or with its default, ${expectation.in} is ${JSON.stringify(expectation.value)}`;
    case 'value':
      return `${expectation.in} of the answer is ${JSON.stringify(expectation.value)}`;
    case 'secret-kept':
      return 'no value of a secret stands in the body or a header, plain, escaped, in hexadecimal or in base64';
    case 'statuses-documented':
      return 'every property called `status` has a documented build status';
    case 'names-fault':
      return "the refusal's `message` names the property at fault";
    case 'repeats-status':
      return '`statusCode` is the HTTP status';
    case 'times-in-order':
      return '`updated_at` is not before `created_at`';
    case 'times-forward':
      return '`updated_at` is not before what the same action answered earlier';
    case 'new-id':
      return 'the `id` differs from that of the action before';
    case 'reads-back':
      return `the read equals the create's answer in ${expectation.properties.join(', ')}`;
    case 'listed':
      return 'the list holds the new action';
    case 'paged':
      return `the list holds at most ${expectation.perPage} and says so`;
    case 'nothing-left':
      return 'the list holds no action that a refused request named';
    case 'legal-steps':
      return 'each status may follow on the one read before it';
    case 'told':
      return 'not at all: what happens is told';
  }
}
