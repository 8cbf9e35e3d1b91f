import * as fc from 'fast-check';

import { actionName } from './action-name.ts';

/** A reference to a published version of an Action Module, as a client sends it. */
export type ModuleRequest = {
  readonly module_id: string;
  readonly module_version_id: string;
  readonly module_name?: string;
  readonly module_version_number?: number;
};

/**
 * References to Action Modules by UUIDs, sometimes with the name and the number that servers fill in. A tenant takes
 * only references to modules that it has published.
 */
export function moduleReference(): fc.Arbitrary<ModuleRequest> {
  return fc.record(
    {
      module_id: fc.uuid(),
      module_version_id: fc.uuid(),
      module_name: actionName(),
      module_version_number: fc.integer({ min: 1, max: 1_000 }),
    },
    { requiredKeys: ['module_id', 'module_version_id'], noNullPrototype: true },
  );
}
