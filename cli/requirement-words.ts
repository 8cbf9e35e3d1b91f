import type { Exercise, Pointer } from '../contracts/exercise.ts';
import type { Expectation, OrderedTimes } from '../contracts/expectation.ts';

const placeWords = (at: Pointer): string => (at === '' ? 'the body' : at);

const PASSIVE = {
  created: 'every create that succeeds',
  action: 'every create, read, update and list that succeeds',
  shown: 'every create, read, update, list and deploy that succeeds',
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
    case 'operation':
      return `every ${exercise.operation}`;
    case 'passive':
      return `in passing, by ${PASSIVE[exercise.on]}`;
  }
}

const ORDERS: Readonly<Record<OrderedTimes, string>> = {
  updates: '`updated_at` is not before `created_at`',
  builds: '`built_at` is not before `created_at`, nor in a version after `updated_at`',
  versions: "a version's `created_at` is not before its action's",
  secrets: "a secret's `updated_at` is not after that of what it belongs to",
};

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
      return ORDERS[expectation.of];
    case 'times-forward':
      return '`updated_at` is not before what the same action answered earlier';
    case 'time-moves':
      return '`updated_at` is later than before the update, where enough time has passed to tell';
    case 'dated-now':
      return 'what was just made or changed is dated within 10 minutes of now, and nothing is dated later';
    case 'new-id':
      return 'the `id` is that of no other action of the run, nor of another in the same list';
    case 'new-version-id':
      return 'the `id` of a version is that of no other version of the run, nor of its action';
    case 'owner-named':
      return '`action_id` and `action.id` of a version are the id of its action';
    case 'reads-back':
      return `each action equals what its create or its last update answered in ${expectation.properties.join(', ')}`;
    case 'echoes':
      return `the answer repeats what the update said of ${expectation.properties.join(', ')}`;
    case 'deploys-draft':
      return 'the version has the content of the action as it was answered last';
    case 'next-number':
      return '`number` is that of the version before it, and one more';
    case 'version-kept':
      return '`deployed_version` is what the last deploy answered';
    case 'version-shown':
      return '`deployed_version.deployed` is true in an action that was deployed';
    case 'completeness':
      return `\`all_changes_deployed\` is ${expectation.value} where earlier answers leave no doubt that it must be`;
    case 'not-deployed':
      return '`all_changes_deployed` and `deployed_version.deployed` are not true in an action that nobody deployed';
    case 'deployment-agrees':
      return 'where `all_changes_deployed` is true, `deployed_version` has the same code, runtime and dependencies';
    case 'counted':
      return '`total` is no less than the number of `actions`';
    case 'named-as-asked':
      return 'every action in the list has the name that the query asked for';
    case 'unique-names':
      return 'no object in the JSON has a name twice';
    case 'no-server-error':
      return "the answer's status is below 500";
    case 'names-reason':
      return '`error` is the reason that HTTP gives for the status';
    case 'same-as':
      return `the answer equals that of the step ${expectation.of} in ${expectation.properties.join(', ')}`;
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
