import type action from './schemas/action.json';
import type request from './schemas/create-action-request.json';
import type dependency from './schemas/dependency.json';
import type version from './schemas/deployed-version.json';
import type module from './schemas/module.json';
import type secretAnswer from './schemas/secret-answer.json';
import type secretRequest from './schemas/secret-request.json';
import type trigger from './schemas/trigger.json';
import type { JsonObject } from './pointer.ts';

/**
 * The properties that a schema names, each optional, with the types that they have in TypeScript. The names come from
 * the schema: one that is left out here, or that the schema loses, does not compile.
 */
type Properties<
  Schema extends { readonly properties: object },
  Types extends Readonly<Record<keyof Schema['properties'], unknown>>,
> = { readonly [Name in keyof Schema['properties']]?: Types[Name] };

/** Status of the build of an action or of one of its versions. */
type BuildStatus = 'pending' | 'building' | 'packaged' | 'built' | 'retrying' | 'failed';

type Dependency = Properties<typeof dependency, { name: string; version: string; registry_url: string }>;

type Module = Properties<
  typeof module,
  { module_id: string; module_name: string; module_version_id: string; module_version_number: number }
>;

type SecretRequest = Properties<typeof secretRequest, { name: string; value: string }>;

type SecretAnswer = Properties<typeof secretAnswer, { name: string; updated_at: string }>;

type Trigger = { readonly id: string } & Properties<
  typeof trigger,
  {
    id: string;
    version: string;
    status: string;
    runtimes: readonly string[];
    default_runtime: string;
    binding_policy: 'trigger-bound' | 'entity-bound';
    compatible_triggers: readonly { readonly id: string; readonly version: string }[];
  }
>;

interface Content {
  name: string;
  supported_triggers: readonly [Trigger];
  code: string;
  dependencies: readonly Dependency[];
  deploy: boolean;
  modules: readonly Module[];
  runtime: string;
  secrets: readonly SecretRequest[];
}

/** Body of a create. */
export type NewAction = Properties<typeof request, Content> & Pick<Content, 'name' | 'supported_triggers'>;

/** Body of an update: what a create may say, but that an update does not deploy. */
export type ActionChanges = Omit<Properties<typeof request, Content>, 'deploy'>;

interface Built {
  id: string;
  supported_triggers: readonly Trigger[];
  code: string;
  runtime: string;
  status: BuildStatus;
  created_at: string;
  updated_at: string;
  built_at: string;
  dependencies: readonly Dependency[];
  secrets: readonly SecretAnswer[];
  modules: readonly Module[];
}

/** An action as a tenant answers it. The page requires no property of it, and so none is certain here. */
export type Action = Properties<
  typeof action,
  Built & {
    name: string;
    deploy: boolean;
    all_changes_deployed: boolean;
    installed_integration_id: string;
    deployed_version: ActionVersion;
    integration: JsonObject;
  }
>;

/** A version of an action, which is what a deploy answers. */
export type ActionVersion = Properties<
  typeof version,
  Built & {
    action_id: string;
    number: number;
    deployed: boolean;
    errors: readonly JsonObject[];
    action: Action;
  }
>;
