import type { Pointer, Step } from './exercise.ts';

/** A JSON value, as it travels in bodies. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Name of a file in `contracts/schemas`, without its ending. */
export type SchemaName =
  | 'action'
  | 'action-list'
  | 'build-error'
  | 'compatible-trigger'
  | 'dependency'
  | 'deployed-version'
  | 'error'
  | 'integration'
  | 'integration-option'
  | 'integration-parameter'
  | 'integration-release'
  | 'module'
  | 'secret-answer'
  | 'semver'
  | 'trigger'
  | 'trigger-id'
  | 'version-action';

/** A place in a schema file, with the keywords there that a requirement answers for. */
export interface SchemaPlace {
  readonly schema: SchemaName;
  /** JSON Pointer into the schema file, such as `/properties/name`. */
  readonly at: string;
  readonly keywords: readonly string[];
}

/** Which moments must have an order: of updates, builds, versions or secrets, each with the creation. */
export type OrderedTimes = 'updates' | 'builds' | 'versions' | 'secrets';

/** How an exchange is judged: plain data, read by `checks/`. */
export type Expectation =
  /** An answer comes at all. */
  | { readonly kind: 'answered' }
  /** The tenant answers with success. */
  | { readonly kind: 'accepted' }
  /** The tenant refuses as the client's mistake (4xx), and accepted the same body without the fault. */
  | { readonly kind: 'rejected' }
  /** The answer's status is one of these; with `ofSuccess`, only where it is a success at all. */
  | { readonly kind: 'status'; readonly in: readonly number[]; readonly ofSuccess?: true }
  /** An answer with this status has this header; with `naming`, where it has it, the header names that scheme. */
  | { readonly kind: 'header'; readonly name: string; readonly of: number; readonly naming?: string }
  /** The answer declares JSON and its bytes are JSON in UTF-8. */
  | { readonly kind: 'json' }
  /** The answer breaks none of these keywords of its schema. */
  | { readonly kind: 'conforms'; readonly to: 'action' | 'error'; readonly place: SchemaPlace }
  /** The answer has this property. */
  | { readonly kind: 'present'; readonly property: string }
  /** What the request said at this place, the answer says too (parts that only a client knows are left out). */
  | {
      readonly kind: 'echo';
      readonly property: string;
      readonly in: Pointer;
      readonly parts?: readonly string[];
    }
  /** When the request leaves the property out or sets it to its default, the answer has that at `in` (if anything). */
  | { readonly kind: 'default'; readonly property: string; readonly in: Pointer; readonly value: Json }
  /** The answer has this value at this place. */
  | { readonly kind: 'value'; readonly in: Pointer; readonly value: Json }
  /** No secret's value that was ever sent stands anywhere in the answer. */
  | { readonly kind: 'secret-kept' }
  /** Every property called `status` outside the triggers has a documented build status. */
  | { readonly kind: 'statuses-documented' }
  /** A refusal's message names the faulty property. */
  | { readonly kind: 'names-fault' }
  /** No object in the answer has a name twice. */
  | { readonly kind: 'unique-names' }
  /** The answer is no error of the server. */
  | { readonly kind: 'no-server-error' }
  /** A refusal repeats the reason of its HTTP status in `error`. */
  | { readonly kind: 'names-reason' }
  /** A refusal repeats its HTTP status in `statusCode`. */
  | { readonly kind: 'repeats-status' }
  /** Two moments that an answer tells of an action or of a version have the order that they must have. */
  | { readonly kind: 'times-in-order'; readonly of: OrderedTimes }
  /** `updated_at` does not lie before what the same action answered earlier. */
  | { readonly kind: 'times-forward' }
  /** An update moves `updated_at` on. */
  | { readonly kind: 'time-moves' }
  /** What was just made or changed is dated now, and nothing later than now. */
  | { readonly kind: 'dated-now' }
  /** The id differs from that of every other action; in a list, from those beside it. */
  | { readonly kind: 'new-id' }
  /** The id of a version differs from that of every other version. */
  | { readonly kind: 'new-version-id' }
  /** A version names the action that it is of, if any. */
  | { readonly kind: 'owner-named' }
  /** Each action in the answer equals what its create or its last update answered, in these properties. */
  | { readonly kind: 'reads-back'; readonly properties: readonly string[] }
  /** What an update said of these properties, its answer says too. */
  | { readonly kind: 'echoes'; readonly properties: readonly string[] }
  /** The version that a deploy answers is what the action was. */
  | { readonly kind: 'deploys-draft' }
  /** The version that a deploy answers has the next number. */
  | { readonly kind: 'next-number' }
  /** Each action in the answer has the version that its last deploy answered, unchanged. */
  | { readonly kind: 'version-kept' }
  /** Each action in the answer that was deployed has a version that is `deployed`. */
  | { readonly kind: 'version-shown' }
  /** Each action in the answer says whether all of it is deployed, where that is known to be so, or known not to be. */
  | { readonly kind: 'completeness'; readonly value: boolean }
  /** No action in the answer that was never deployed has a version that is. */
  | { readonly kind: 'not-deployed' }
  /** An action all of which is deployed has a deployed version, and of the same code. */
  | { readonly kind: 'deployment-agrees' }
  /** The answer equals that of an earlier step in these properties; when items of lists were updated does not count. */
  | { readonly kind: 'same-as'; readonly of: Step; readonly properties: readonly string[] }
  /** The list holds the action just created. */
  | { readonly kind: 'listed' }
  /** The list holds no more items than asked for and says so. */
  | { readonly kind: 'paged'; readonly perPage: number }
  /** The list counts no fewer actions than it holds. */
  | { readonly kind: 'counted' }
  /** The list holds only actions by the name that was asked for. */
  | { readonly kind: 'named-as-asked' }
  /** The list holds no action that a refused request named. */
  | { readonly kind: 'nothing-left' }
  /** The build statuses seen along the sequence follow the documented order. */
  | { readonly kind: 'legal-steps' }
  /** Nothing is demanded: what happened is told, as information. */
  | { readonly kind: 'told' };
