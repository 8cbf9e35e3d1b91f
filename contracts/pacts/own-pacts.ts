import actionsConformance from './actions-conformance-auth0-actions.json' with { type: 'json' };
import nodeAuth0 from './node-auth0-auth0-actions.json' with { type: 'json' };

/** The pacts that come with the suite, by their files: those of its own client and of the official one. */
export const OWN_PACTS: Readonly<Record<string, object>> = {
  'actions-conformance-auth0-actions.json': actionsConformance,
  'node-auth0-auth0-actions.json': nodeAuth0,
};
