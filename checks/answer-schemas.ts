import action from '../contracts/schemas/action.json' with { type: 'json' };
import buildError from '../contracts/schemas/build-error.json' with { type: 'json' };
import compatibleTrigger from '../contracts/schemas/compatible-trigger.json' with { type: 'json' };
import dependency from '../contracts/schemas/dependency.json' with { type: 'json' };
import deployedVersion from '../contracts/schemas/deployed-version.json' with { type: 'json' };
import error from '../contracts/schemas/error.json' with { type: 'json' };
import integrationOption from '../contracts/schemas/integration-option.json' with { type: 'json' };
import integrationParameter from '../contracts/schemas/integration-parameter.json' with { type: 'json' };
import integrationRelease from '../contracts/schemas/integration-release.json' with { type: 'json' };
import integration from '../contracts/schemas/integration.json' with { type: 'json' };
import module from '../contracts/schemas/module.json' with { type: 'json' };
import secretAnswer from '../contracts/schemas/secret-answer.json' with { type: 'json' };
import semver from '../contracts/schemas/semver.json' with { type: 'json' };
import triggerId from '../contracts/schemas/trigger-id.json' with { type: 'json' };
import trigger from '../contracts/schemas/trigger.json' with { type: 'json' };
import versionAction from '../contracts/schemas/version-action.json' with { type: 'json' };
import type { SchemaName } from '../contracts/expectation.ts';
import type { JsonObject } from '../contracts/pointer.ts';

/** Every schema that an answer is held against, by its file's name. */
export const answerSchemas: Readonly<Record<SchemaName, JsonObject & { readonly $id: string }>> = {
  action,
  'build-error': buildError,
  'compatible-trigger': compatibleTrigger,
  dependency,
  'deployed-version': deployedVersion,
  error,
  integration,
  'integration-option': integrationOption,
  'integration-parameter': integrationParameter,
  'integration-release': integrationRelease,
  module,
  'secret-answer': secretAnswer,
  semver,
  trigger,
  'trigger-id': triggerId,
  'version-action': versionAction,
};

/** The schema with this `$id`. */
export function schemaById($id: string): JsonObject {
  const found = Object.values(answerSchemas).find((schema) => schema.$id === $id);
  if (found === undefined) throw new Error(`no schema of an answer has the id ${$id}`);
  return found;
}
