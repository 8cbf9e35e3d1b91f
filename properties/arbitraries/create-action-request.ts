import * as fc from 'fast-check';

import { actionName } from './action-name.ts';
import { dependency, type DependencyRequest } from './dependency.ts';
import type { ModuleRequest } from './module-reference.ts';
import { secret, type SecretRequest } from './secret.ts';
import { sourceCode } from './source-code.ts';
import { trigger, type TriggerRequest } from './trigger.ts';

/** The body of a create-action request. */
export type CreateActionRequest = {
  readonly name: string;
  readonly supported_triggers: readonly TriggerRequest[];
  readonly code?: string;
  readonly dependencies?: readonly DependencyRequest[];
  readonly deploy?: boolean;
  readonly modules?: readonly ModuleRequest[];
  readonly runtime?: string;
  readonly secrets?: readonly SecretRequest[];
};

/** A property that a body may leave out. */
type OptionalProperty = Exclude<keyof CreateActionRequest, 'name' | 'supported_triggers'>;

/** Constraints on {@link createActionRequest}: what its parts are drawn from, and how many of each there may be. */
export interface CreateActionRequestConstraints {
  /** {@link actionName} by default. A tenant may want names that no other action has. */
  readonly name?: fc.Arbitrary<string>;
  /** {@link trigger} by default. */
  readonly trigger?: fc.Arbitrary<TriggerRequest>;
  /** {@link sourceCode} by default. */
  readonly code?: fc.Arbitrary<string>;
  /** {@link dependency} by default. */
  readonly dependency?: fc.Arbitrary<DependencyRequest>;
  /** 3 by default; an action may have 10. */
  readonly maxDependencies?: number;
  /** References to modules; none by default, since a tenant takes only those to modules that it has published. */
  readonly module?: fc.Arbitrary<ModuleRequest>;
  /** 1 by default, where `module` is given at all; an action may have 3. */
  readonly maxModules?: number;
  /** {@link secret} by default. */
  readonly secret?: fc.Arbitrary<SecretRequest>;
  /** 3 by default; an action may have 30. */
  readonly maxSecrets?: number;
  /** `node22` and `node18-actions` by default, the two that current triggers offer. */
  readonly runtime?: fc.Arbitrary<string>;
  /** Optional properties that every body has; the others come and go. */
  readonly requiredKeys?: readonly OptionalProperty[];
}

/**
 * Valid bodies of a create: those that the schema allows and no documented limit forbids. They shrink towards the
 * smallest body that clients send: a short name, `post-login`, an empty handler.
 */
export function createActionRequest({
  name = actionName(),
  trigger: oneTrigger = trigger(),
  code = sourceCode(),
  dependency: oneDependency = dependency(),
  maxDependencies = 3,
  module: oneModule,
  maxModules = 1,
  secret: oneSecret = secret(),
  maxSecrets = 3,
  runtime = fc.constantFrom('node22', 'node18-actions'),
  requiredKeys = [],
}: CreateActionRequestConstraints = {}): fc.Arbitrary<CreateActionRequest> {
  const modules =
    oneModule === undefined
      ? fc.constant([])
      : fc.uniqueArray(oneModule, { maxLength: maxModules, selector: ({ module_id }) => module_id });
  return fc.record(
    {
      name,
      supported_triggers: fc.tuple(oneTrigger),
      code,
      dependencies: fc.uniqueArray(oneDependency, {
        maxLength: maxDependencies,
        selector: (each) => each.name,
      }),
      deploy: fc.boolean(),
      modules,
      runtime,
      secrets: fc.uniqueArray(oneSecret, {
        maxLength: maxSecrets,
        // Whether names may differ by their case alone is documented nowhere.
        selector: (each) => each.name.toLowerCase(),
      }),
    },
    { requiredKeys: ['name', 'supported_triggers', ...requiredKeys], noNullPrototype: true },
  );
}
