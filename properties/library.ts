/**
 * What `actions-conformance/properties` offers to the tests of others: fast-check arbitraries of the create-action API's
 * nouns, and faults as edits of any valid body. `docs/property-tests.md` shows how they are used.
 */
export { actionName, type ActionNameConstraints } from './arbitraries/action-name.ts';
export {
  createActionRequest,
  type CreateActionRequest,
  type CreateActionRequestConstraints,
} from './arbitraries/create-action-request.ts';
export { dependency, type DependencyConstraints, type DependencyRequest } from './arbitraries/dependency.ts';
export { faultyRequest, type FaultyRequestConstraints } from './arbitraries/faulty-request.ts';
export { moduleReference, type ModuleRequest } from './arbitraries/module-reference.ts';
export { secret, type SecretConstraints, type SecretRequest } from './arbitraries/secret.ts';
export { sourceCode, type SourceCodeConstraints } from './arbitraries/source-code.ts';
export { text, type TextConstraints } from './arbitraries/text.ts';
export { trigger, type TriggerConstraints, type TriggerRequest } from './arbitraries/trigger.ts';
export { faults } from './faults/faults.ts';
export type { FaultyRequest } from './faults/faulty-request.ts';
export type { Fault } from '../contracts/case.ts';
