import action from './schemas/action.json' with { type: 'json' };
import actionList from './schemas/action-list.json' with { type: 'json' };
import buildError from './schemas/build-error.json' with { type: 'json' };
import compatibleTrigger from './schemas/compatible-trigger.json' with { type: 'json' };
import createActionRequest from './schemas/create-action-request.json' with { type: 'json' };
import dependency from './schemas/dependency.json' with { type: 'json' };
import deployedVersion from './schemas/deployed-version.json' with { type: 'json' };
import error from './schemas/error.json' with { type: 'json' };
import integration from './schemas/integration.json' with { type: 'json' };
import integrationOption from './schemas/integration-option.json' with { type: 'json' };
import integrationParameter from './schemas/integration-parameter.json' with { type: 'json' };
import integrationRelease from './schemas/integration-release.json' with { type: 'json' };
import module from './schemas/module.json' with { type: 'json' };
import secretAnswer from './schemas/secret-answer.json' with { type: 'json' };
import secretRequest from './schemas/secret-request.json' with { type: 'json' };
import semver from './schemas/semver.json' with { type: 'json' };
import trigger from './schemas/trigger.json' with { type: 'json' };
import triggerId from './schemas/trigger-id.json' with { type: 'json' };
import versionAction from './schemas/version-action.json' with { type: 'json' };
import type { SchemaName } from './expectation.ts';
import type { JsonObject } from './pointer.ts';

/** Name of a file in `contracts/schemas`, without its ending: those of answers and those of requests alone. */
export type SchemaFile = SchemaName | 'create-action-request' | 'secret-request';

/** A schema as its file holds it. */
export type FiledSchema = JsonObject & { readonly $id: string };

/** Every schema of the contract by its file's name. */
export const schemaFiles: Readonly<Record<SchemaFile, FiledSchema>> = {
  action,
  'action-list': actionList,
  'build-error': buildError,
  'compatible-trigger': compatibleTrigger,
  'create-action-request': createActionRequest,
  dependency,
  'deployed-version': deployedVersion,
  error,
  integration,
  'integration-option': integrationOption,
  'integration-parameter': integrationParameter,
  'integration-release': integrationRelease,
  module,
  'secret-answer': secretAnswer,
  'secret-request': secretRequest,
  semver,
  trigger,
  'trigger-id': triggerId,
  'version-action': versionAction,
};
