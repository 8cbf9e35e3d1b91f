import { auth0Mock } from './servers/auth0-mock.ts';
import { auth0Simulator } from './servers/auth0-simulator.ts';
import { jsonServer } from './servers/json-server.ts';
import { msw, openapiBackend, scalar } from './servers/libraries.ts';
import { mockoon } from './servers/mockoon.ts';
import { prismDynamic, prismStatic } from './servers/prism.ts';
import { specmatic } from './servers/specmatic.ts';
import { wiremockCareless, wiremockPriority, wiremockValidating } from './servers/wiremock.ts';
import type { ThirdParty } from './third-party.ts';

/** Every server of other people that the suite is tried on. */
export const thirdParties: readonly ThirdParty[] = [
  prismStatic,
  prismDynamic,
  openapiBackend,
  scalar,
  mockoon,
  msw,
  jsonServer,
  auth0Simulator,
  specmatic,
  wiremockValidating,
  wiremockPriority,
  wiremockCareless,
  auth0Mock,
];
