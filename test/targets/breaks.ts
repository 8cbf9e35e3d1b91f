/**
 * What kinds of servers really break, as globs over ids of requirements. Each was looked at by hand: the exchange that a
 * report shows beside the finding is what a person would call a fault of that server.
 */

/** It answers every create with one body, or with one made up: nothing that was sent comes back, or is kept. */
export const CANNED: readonly string[] = [
  'request.*.echo',
  'request.*.default',
  'request.*.none',
  'request.deploy.heeded',
  'request.deploy.complete',
  'request.deploy.unasked',
  'answer.id.unique',
  'answer.version.*.echo',
  'lifecycle.*',
];

/** Values made up at random are in no order, and of no known runtime. */
export const MADE_UP: readonly string[] = [
  ...CANNED,
  'answer.times.*',
  'answer.version.of-action',
  'answer.version.agrees',
  'answer.*.supported_triggers.*',
];

/** It looks for a token at the most, and verifies none. */
export const ANY_TOKEN: readonly string[] = ['auth.header.*', 'auth.token.*', 'auth.challenge.*'];

/** It looks at no body, or at two of its properties. */
export const CARELESS: readonly string[] = ['request.*', 'http.content-type'];

/** Its refusals are its own and not the API's. */
export const OWN_ERRORS: readonly string[] = ['error.*', 'http.method', 'http.method.allow', 'http.path'];
