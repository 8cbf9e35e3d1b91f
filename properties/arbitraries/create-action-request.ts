import * as fc from 'fast-check';

import { PLACEHOLDERS, secretPlaceholder } from '../../contracts/placeholders.ts';
import type { JsonObject } from '../../contracts/pointer.ts';
import { sourceCode } from './source-code.ts';
import { text } from './text.ts';

/** npm packages that exist, so that a tenant can build what depends on them. */
const PACKAGES = [
  { name: 'lodash', version: '4.17.21' },
  { name: 'uuid', version: '9.0.1' },
  { name: '@sindresorhus/is', version: '4.6.0' },
] as const;

/**
 * Valid bodies of a create: a name unique to the case with any text after it, one trigger, and any of the optional
 * properties. Values of secrets are placeholders, so that a leak can be told from a coincidence.
 */
export function createActionRequest(): fc.Arbitrary<JsonObject> {
  const secret = fc.record({
    name: fc.stringMatching(/^[A-Z][A-Z0-9_]{0,20}$/),
    value: fc
      .tuple(fc.constantFrom(secretPlaceholder(1), secretPlaceholder(2)), text())
      .map((parts) => parts.join('')),
  });
  return fc.record(
    {
      name: text({ maxLength: 30 }).map((suffix) => `${PLACEHOLDERS.name}${suffix}`),
      supported_triggers: fc.constantFrom([{ id: 'post-login', version: 'v3' }]),
      code: sourceCode(),
      dependencies: fc.uniqueArray(fc.constantFrom(...PACKAGES), { maxLength: 3 }),
      deploy: fc.boolean(),
      runtime: fc.constant('node22'),
      secrets: fc.uniqueArray(secret, { maxLength: 3, selector: ({ name }) => name }),
    },
    { requiredKeys: ['name', 'supported_triggers', 'code'], noNullPrototype: true },
  );
}
